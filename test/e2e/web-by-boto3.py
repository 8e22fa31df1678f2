"""Boots a machine from an image with boto3 and asks its web server, before and after the port is opened."""
import sys
import time
import urllib.error
import urllib.request

import boto3

ec2 = boto3.client("ec2")
image = sys.argv[1]


def answer(address, tries):
    for _ in range(tries):
        try:
            return urllib.request.urlopen(f"http://{address}:8080/", timeout=5).read().decode().strip()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(1)
    return "refused"


group = ec2.create_security_group(GroupName="by-boto3", Description="web")["GroupId"]
machine = ec2.run_instances(ImageId=image, InstanceType="t3.small", MinCount=1, MaxCount=1, SecurityGroupIds=[group])
instance = machine["Instances"][0]["InstanceId"]
ec2.get_waiter("instance_running").wait(InstanceIds=[instance])
found = ec2.describe_instances(InstanceIds=[instance])["Reservations"][0]["Instances"][0]
address = found["PublicIpAddress"]
for _ in range(120):
    if "login:" in ec2.get_console_output(InstanceId=instance, Latest=True).get("Output", ""):
        break
    time.sleep(1)
print("before:", answer(address, 1))
ec2.authorize_security_group_ingress(GroupId=group, IpProtocol="tcp", FromPort=8080, ToPort=8080, CidrIp="127.0.0.1/32")
print("after:", answer(address, 60))
ec2.terminate_instances(InstanceIds=[instance])
ec2.get_waiter("instance_terminated").wait(InstanceIds=[instance])
ec2.delete_security_group(GroupId=group)
