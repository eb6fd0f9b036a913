"""The API server of every simulated cluster: one HTTPS port that answers one question, "may I do everything?".

It says yes when an access entry makes the simulator's caller an administrator, so that scripts which look before they
install with Helm can be tried. Nothing is behind it: Helm is a stub, and knows no cluster.
"""

import base64
import datetime
import http.server
import ipaddress
import json
import os
import ssl
import tempfile
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

QUESTION = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"


def start(is_allowed):
    """Serves on a free port; returns the endpoint, and its certificate as EKS gives it (base64 of PEM)."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            has_token = self.headers.get("Authorization", "").startswith("Bearer k8s-aws-v1.")
            known = self.path == QUESTION and has_token
            answer = {"kind": "SelfSubjectAccessReview", "status": {"allowed": is_allowed()}} if known else {}
            self.send_response(201 if known else 404)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer, indent=1).encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    pem, private = certificate()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "server.pem")
        with open(path, "wb") as file:
            file.write(private + pem)
        context.load_cert_chain(path)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"https://127.0.0.1:{server.server_port}", base64.b64encode(pem).decode()


def certificate():
    """A certificate for 127.0.0.1 that is its own authority, and its key, both PEM; valid for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "simulated clusters")])
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
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return made.public_bytes(serialization.Encoding.PEM), private
