/** What is answered to an agent before a session begins. */
import { answerTo } from '../../../../src/platforms/aws/session-manager/handshake'

const asked = (request: unknown) => answerTo(Buffer.from(JSON.stringify(request)))

test('a session for a port is agreed to', () => {
  const actions = [{ ActionType: 'SessionType', ActionParameters: { SessionType: 'Port' } }]
  const { agentVersion, response, obstacle } = asked({ AgentVersion: '3.2.0.0', RequestedClientActions: actions })
  expect([agentVersion, obstacle]).toEqual(['3.2.0.0', undefined])
  expect(JSON.parse(response.toString()).ProcessedClientActions).toEqual([
    { ActionType: 'SessionType', ActionResult: null, ActionStatus: 1, Error: '' },
  ])
})

test("nothing asked is nothing refused: Go's null is an empty list", () => {
  expect(asked({ AgentVersion: '3.2.0.0', RequestedClientActions: null }).obstacle).toBeUndefined()
})

test.each([
  ['encryption', { ActionType: 'KMSEncryption' }],
  [
    'Session type Standard_Stream was not asked for',
    { ActionType: 'SessionType', ActionParameters: { SessionType: 'Standard_Stream' } },
  ],
  ['Action Dance is not supported', { ActionType: 'Dance' }],
])('refused: %s', (obstacle, action) => {
  expect(asked({ RequestedClientActions: [action] }).obstacle).toBe(obstacle)
})

test('what is no JSON ends the session, not the process', () => {
  expect(answerTo(Buffer.from('{')).obstacle).toBe('a request that is not JSON')
})
