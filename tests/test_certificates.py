"""Certificates are verified; an exception stands in the outlet's file."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import crawl, news_site
from server import Site

LISTING = 'listings = ["/daerah?page={page}"]'


class SecureSite(Site):
    """The same over TLS, with a certificate that nobody vouches for."""

    def __init__(self, certificate: Path, key: Path) -> None:
        super().__init__()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]  # hung up on

    @property
    def url(self) -> str:
        return f"https://{self.host}"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    if shutil.which("openssl") is None:
        pytest.skip("needs the openssl command, to make a certificate")
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",  # noqa: S607
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    with SecureSite(certificate, key) as built:
        yield news_site(built)


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path, site):
    done = crawl(tmp_path, site)
    assert site.asked == []
    assert done.status == 3
    assert "certificate not valid" in done.stderr


def test_unless_the_outlet_s_file_says_so(tmp_path, site):
    done = crawl(tmp_path, site, discover=LISTING, verify_certificate="false")
    assert len(done.records) == 3
    assert done.status == 0
