#!/usr/bin/env python3
"""A Terraform provider (plugin protocol 6) with a real schema that keeps everything in the state and calls nothing.

usage: stub.py SCHEMA.json      (started by terraform)
TFSTUB_LOG=FILE gets one JSON line per create, update and delete, with the values: what would be installed.
"""

import base64
import datetime
import json
import os
import signal
import sys
import tempfile
import threading
from concurrent import futures

# Terraform sends this so that nobody runs a provider by hand.
COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2"
if os.environ.get("TF_PLUGIN_MAGIC_COOKIE") != COOKIE:
    sys.exit("This is a provider for terraform, which starts it by itself.")

import grpc  # noqa: E402
import yaml  # noqa: E402
from tf.gen import grpc_controller_pb2 as controller  # noqa: E402
from tf.gen import grpc_controller_pb2_grpc as controller_rpc  # noqa: E402
from tf.gen import grpc_stdio_pb2_grpc as stdio_rpc  # noqa: E402
from tf.gen import tfplugin_pb2 as pb  # noqa: E402
from tf.gen import tfplugin_pb2_grpc as rpc  # noqa: E402
from values import UNKNOWN, complete, decode, encode, from_state, plan, schema_message  # noqa: E402

with open(sys.argv[1]) as schema:
    SCHEMA = json.load(schema)


def computed(release):
    """What Helm would report after an installation."""
    version = release.get("version")
    return {
        "id": release["name"],
        "name": release["name"],
        "namespace": release.get("namespace"),
        "chart": release.get("chart"),
        "version": version if isinstance(version, str) else "",
        "status": "deployed",
        "values": "{}",
        "description": "Install complete",
    }


def log(operation, kind, value):
    if os.environ.get("TFSTUB_LOG"):
        line = json.dumps({"op": operation, "type": kind, "value": value}, default=repr)
        with open(os.environ["TFSTUB_LOG"], "a") as file:
            file.write(line + "\n")


def refusals(release):
    """What the real provider would refuse before it calls anything."""
    for values in release.get("values") or []:
        if not isinstance(values, str):
            continue
        try:
            parsed = yaml.safe_load(values)
        except yaml.YAMLError as error:
            yield "values is not YAML", str(error)
            continue
        if parsed is not None and not isinstance(parsed, dict):
            yield "values is not a YAML map", values[:80]
    for setting in release.get("set") or []:
        kind = setting.get("type") if isinstance(setting, dict) else None
        if kind not in (None, "", "auto", "string", "literal", UNKNOWN):
            yield "Invalid set type", f"{setting.get('name')}: type is one of '', auto, string, literal; not {kind}"
    chart = release.get("chart")
    if (
        isinstance(chart, str)
        and chart.startswith((".", "/"))
        and not os.path.isfile(os.path.join(chart, "Chart.yaml"))
    ):
        yield "chart not found", chart


class Provider(rpc.ProviderServicer):
    """The calls of terraform, in the order in which it makes them."""

    def GetMetadata(self, request, context):
        context.abort(grpc.StatusCode.UNIMPLEMENTED, "no metadata")

    def GetProviderSchema(self, request, context):
        response = pb.GetProviderSchema.Response(provider=schema_message(SCHEMA["provider"]))
        for kind, schema in SCHEMA.get("resource_schemas", {}).items():
            response.resource_schemas[kind].CopyFrom(schema_message(schema))
        for kind, schema in SCHEMA.get("data_source_schemas", {}).items():
            response.data_source_schemas[kind].CopyFrom(schema_message(schema))
        return response

    def ValidateProviderConfig(self, request, context):
        return pb.ValidateProviderConfig.Response()

    def ValidateResourceConfig(self, request, context):
        errors = refusals(decode(request.config))
        diagnostics = [
            pb.Diagnostic(severity=pb.Diagnostic.ERROR, summary=what, detail=detail) for what, detail in errors
        ]
        return pb.ValidateResourceConfig.Response(diagnostics=diagnostics)

    def ValidateDataResourceConfig(self, request, context):
        return pb.ValidateDataResourceConfig.Response()

    def ConfigureProvider(self, request, context):
        return pb.ConfigureProvider.Response()

    def UpgradeResourceState(self, request, context):
        state = from_state(block(request), json.loads(request.raw_state.json))
        return pb.UpgradeResourceState.Response(upgraded_state=encode(state))

    def ReadResource(self, request, context):
        return pb.ReadResource.Response(new_state=request.current_state, private=request.private)

    def PlanResourceChange(self, request, context):
        prior, proposed = decode(request.prior_state), decode(request.proposed_new_state)
        if proposed is None:
            return pb.PlanResourceChange.Response(planned_state=request.proposed_new_state)
        planned = plan(block(request), decode(request.config), proposed, prior)
        response = pb.PlanResourceChange.Response()
        if prior is not None:
            if planned != prior:
                planned["metadata"] = UNKNOWN
            for key in ("name", "namespace"):
                if prior.get(key) != planned.get(key):
                    step = pb.AttributePath.Step(attribute_name=key)
                    response.requires_replace.append(pb.AttributePath(steps=[step]))
        response.planned_state.CopyFrom(encode(planned))
        return response

    def ApplyResourceChange(self, request, context):
        prior, planned = decode(request.prior_state), decode(request.planned_state)
        if planned is None:
            log("delete", request.type_name, prior)
            return pb.ApplyResourceChange.Response(new_state=request.planned_state)
        state = complete(block(request), planned, computed(planned))
        log("create" if prior is None else "update", request.type_name, state)
        return pb.ApplyResourceChange.Response(new_state=encode(state))

    def ImportResourceState(self, request, context):
        error = pb.Diagnostic(severity=pb.Diagnostic.ERROR, summary="the stub imports nothing")
        return pb.ImportResourceState.Response(diagnostics=[error])

    def ReadDataSource(self, request, context):
        config, schema = decode(request.config), SCHEMA["data_source_schemas"][request.type_name]["block"]
        state = complete(schema, plan(schema, config, config, None), computed({"name": "stub", **config}))
        return pb.ReadDataSource.Response(state=encode(state))

    def GetFunctions(self, request, context):
        return pb.GetFunctions.Response()

    def StopProvider(self, request, context):
        return pb.StopProvider.Response()


def block(request):
    return SCHEMA["resource_schemas"][request.type_name]["block"]


def certificate():
    """A key and a certificate for localhost, valid for a day: terraform insists on TLS."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private, made.public_bytes(serialization.Encoding.PEM), made.public_bytes(serialization.Encoding.DER)


def main():
    done = threading.Event()

    class Controller(controller_rpc.GRPCControllerServicer):
        def Shutdown(self, request, context):
            threading.Timer(0.01, done.set).start()
            return controller.Empty()

    class Stdio(stdio_rpc.GRPCStdioServicer):
        def StreamStdio(self, request, context):
            done.wait()
            return iter(())

    sizes = [("grpc.max_receive_message_length", 1 << 28), ("grpc.max_send_message_length", 1 << 28)]
    server = grpc.server(futures.ThreadPoolExecutor(8), options=sizes)
    rpc.add_ProviderServicer_to_server(Provider(), server)
    controller_rpc.add_GRPCControllerServicer_to_server(Controller(), server)
    stdio_rpc.add_GRPCStdioServicer_to_server(Stdio(), server)
    # terraform's client certificate has a P-521 key, which gRPC's core does not accept, so it is not checked; the socket
    # is in a folder that only this user may enter.
    key, pem, der = certificate()
    folder = tempfile.mkdtemp(prefix="tfstub-")
    socket = os.path.join(folder, "s")
    server.add_secure_port("unix://" + socket, grpc.ssl_server_credentials([(key, pem)]))
    server.start()
    print(f"1|6|unix|{socket}|grpc|{base64.b64encode(der).decode().rstrip('=')}", flush=True)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # terraform stops providers through Shutdown
    signal.signal(signal.SIGTERM, lambda *_: done.set())
    done.wait()
    server.stop(0.1).wait()
    if os.path.exists(socket):
        os.unlink(socket)
    os.rmdir(folder)


main()
