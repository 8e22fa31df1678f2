"""EC2's published model, as botocore carries it, against the sandbox: an oracle that shares no code with it.

`requests ACTION...`: a form per action in which every parameter of the model is given (JSON lines: action, body).
`strangers ACTION...`: the same forms, for each structure once with a parameter in it that the model does not have.
`replies`: reads JSON lines (action, body) and writes one line per element that the model does not have or cannot parse.
"""
import json
import sys
import xml.etree.ElementTree as ET

import botocore.session
from botocore.parsers import create_parser
from botocore.serialize import create_serializer

service = botocore.session.get_session().get_service_model('ec2')
SAMPLES = {'integer': 1, 'long': 1, 'float': 1.0, 'double': 1.0, 'boolean': True, 'timestamp': '2030-01-01T00:00:00Z', 'blob': b'x'}


def sample(shape, above=()):
    if shape.type_name == 'structure':
        if shape.name in above:
            return {}
        return {name: sample(member, above + (shape.name,)) for name, member in shape.members.items()}
    if shape.type_name == 'list':
        return [sample(shape.member, above)]
    if shape.type_name == 'string':
        return shape.enum[0] if shape.enum else 'x'
    return SAMPLES[shape.type_name]


def requests(actions):
    serializer = create_serializer('ec2', include_validation=False)
    for action in actions:
        operation = service.operation_model(action)
        body = serializer.serialize_to_request(sample(operation.input_shape), operation)['body']
        print(json.dumps({'action': action, 'body': body}, default=str))


def structures(shape, prefix='', above=()):
    """What each structure's members begin with on the wire."""
    yield prefix
    for name, member in shape.members.items():
        wire = member.serialization.get('queryName') or member.serialization.get('name', name)
        path = prefix + wire[0].upper() + wire[1:]
        while member.type_name == 'list':
            member, path = member.member, path + '.1'
        if member.type_name == 'structure' and member.name not in above:
            yield from structures(member, path + '.', above + (member.name,))


def odd_requests(actions):
    serializer = create_serializer('ec2', include_validation=False)
    for action in actions:
        operation = service.operation_model(action)
        body = serializer.serialize_to_request(sample(operation.input_shape), operation)['body']
        for prefix in structures(operation.input_shape):
            print(json.dumps({'action': action, 'body': {**body, prefix + 'Colour': 'red'}}, default=str))


def local(element):
    return element.tag.split('}')[-1]


def strangers(element, shape, path):
    """Elements that the model does not know."""
    if shape is None:
        return
    if shape.type_name == 'structure':
        known = {m.serialization.get('name', n): m for n, m in shape.members.items()}
        for child in element:
            name = local(child)
            if name in known:
                yield from strangers(child, known[name], f'{path}.{name}')
            else:
                yield f'{path}.{name} is not in the model'
    elif shape.type_name == 'list':
        for child in element:
            if local(child) == 'item':
                yield from strangers(child, shape.member, f'{path}[]')
            else:
                yield f'{path} holds {local(child)} instead of item'
    else:
        if len(element):
            yield f'{path} is a {shape.type_name} and has children'
        if shape.type_name == 'boolean' and element.text not in ('true', 'false'):
            yield f'{path} is not a boolean: {element.text}'


def replies():
    parser = create_parser('ec2')
    for line in sys.stdin:
        reply = json.loads(line)
        action, body = reply['action'], reply['body']
        operation = service.operation_model(action)
        root = ET.fromstring(body)
        if local(root) != f'{action}Response' or 'http://ec2.amazonaws.com/doc/2016-11-15/' not in root.tag:
            print(f'{action}: root is {root.tag}')
        # Acknowledgements carry requestId and return, which the model leaves out.
        for child in [c for c in root if local(c) in ('requestId',) or (local(c) == 'return' and not has_return(operation))]:
            root.remove(child)
        if operation.output_shape is None:
            found = [f'{action}.{local(child)} is not in the model' for child in root]
        else:
            found = list(strangers(root, operation.output_shape, action))
        for problem in found:
            print(problem)
        try:
            parser.parse({'status_code': 200, 'headers': {}, 'body': body.encode()}, operation.output_shape)
        except Exception as error:
            print(f'{action}: {error}')


def has_return(operation):
    shape = operation.output_shape
    return shape is not None and any(m.serialization.get('name') == 'return' for m in shape.members.values())


if __name__ == '__main__':
    if sys.argv[1] == 'requests':
        requests(sys.argv[2:])
    elif sys.argv[1] == 'strangers':
        odd_requests(sys.argv[2:])
    else:
        replies()
