/** What is answered to an agent before a session begins. */
import { answerTo, type MakeDataKey } from '../../../../src/platforms/aws/session-manager/handshake'

const key = { plaintext: Buffer.alloc(64, 7), ciphertext: Buffer.from('sealed') }
const refused: MakeDataKey = async () => {
  throw new Error('AccessDenied')
}
const asked = (request: unknown, makeDataKey: MakeDataKey = refused) =>
  answerTo(Buffer.from(JSON.stringify(request)), makeDataKey)

test('a session for a port is agreed to', async () => {
  const actions = [{ ActionType: 'SessionType', ActionParameters: { SessionType: 'Port' } }]
  const { agentVersion, response, obstacle } = await asked({ AgentVersion: '3.2.0.0', RequestedClientActions: actions })
  expect([agentVersion, obstacle]).toEqual(['3.2.0.0', undefined])
  expect(JSON.parse(response.toString()).ProcessedClientActions).toEqual([
    { ActionType: 'SessionType', ActionResult: null, ActionStatus: 1, Error: '' },
  ])
})

test("nothing asked is nothing refused: Go's null is an empty list", async () => {
  expect((await asked({ AgentVersion: '3.2.0.0', RequestedClientActions: null })).obstacle).toBeUndefined()
})

test.each([
  ['AccessDenied', { ActionType: 'KMSEncryption', ActionParameters: { KMSKeyId: 'k' } }],
  [
    'Session type Standard_Stream was not asked for',
    { ActionType: 'SessionType', ActionParameters: { SessionType: 'Standard_Stream' } },
  ],
  ['Action Dance is not supported', { ActionType: 'Dance' }],
])('refused: %s', async (message, action) => {
  const { obstacle, response } = await asked({ RequestedClientActions: [action] })
  expect(obstacle?.message).toBe(message)
  expect(JSON.parse(response.toString()).Errors).toEqual([message])
})

test.each([
  ['older', undefined, {}],
  ['newer', 'chance', { ChallengeAcknowledgement: true }],
])('a key is made for the session: %s agents', async (_, challenge, more) => {
  const made: unknown[] = []
  const action = { ActionType: 'KMSEncryption', ActionParameters: { KMSKeyId: 'k', Challenge: challenge } }
  const { cipher, response, obstacle } = await asked({ RequestedClientActions: [action] }, async (...given) => {
    made.push(given)
    return key
  })
  expect([obstacle, made]).toEqual([undefined, [['k', challenge]]])
  expect(cipher).toBeDefined()
  const [{ ActionResult, ActionStatus }] = JSON.parse(response.toString()).ProcessedClientActions
  expect({ ActionStatus, ActionResult }).toEqual({
    ActionStatus: 1,
    ActionResult: { KMSCipherTextKey: Buffer.from('sealed').toString('base64'), ...more },
  })
  expect(response.toString()).not.toContain(key.plaintext.toString('base64'))
})

test('what is no JSON ends the session, not the process', async () => {
  expect((await answerTo(Buffer.from('{'), refused)).obstacle?.message).toBe('a request that is not JSON')
})
