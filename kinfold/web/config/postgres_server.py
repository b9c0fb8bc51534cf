"""A private PostgreSQL server for one checkout, made from the system's own binaries: found, made, started, stopped."""

from __future__ import annotations

import hashlib
import os
import pwd
import re
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

OLDEST_VERSION = 15
SETUP_ROLE = "kinfold_setup"
PATIENCE_SECONDS = 5


class DatabaseUnavailable(RuntimeError):
    """The message is for the person at the keyboard: what is missing, and how to mend it."""


@dataclass(frozen=True)
class Server:
    """A server's folder and the account it runs as; `account` is None where it runs as the person themself."""

    folder: Path
    account: pwd.struct_passwd | None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def made(self) -> bool:
        return (self.data / "PG_VERSION").exists()

    def make(self, setup_password: str) -> None:
        """Make an empty cluster. One that was only half made, because somebody pressed Ctrl-C, is made again."""
        self._make_folder()
        shutil.rmtree(self.data, ignore_errors=True)
        half_made = self.folder / "data.new"
        shutil.rmtree(half_made, ignore_errors=True)
        with tempfile.NamedTemporaryFile("w", dir=self.folder) as password_file:
            password_file.write(setup_password)
            password_file.flush()
            self._give_away(Path(password_file.name))
            self._run(
                "initdb", "--pgdata", str(half_made), "--username", SETUP_ROLE, "--pwfile", password_file.name,
                "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8",
                "--locale-provider", "icu", "--icu-locale", "en-GB", "--no-instructions",
            )  # fmt: skip
        half_made.rename(self.data)

    def start(self, port: int) -> None:
        self._clear_stale_lock()
        configuration = self.data / "postgresql.conf"
        configuration.write_text(_configuration(port))
        self._give_away(configuration)
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self._run("pg_ctl", "start", "--wait", "--pgdata", str(self.data), "--log", str(self.log))
                return
            except DatabaseUnavailable:
                # Processes of a killed server can hold its memory for a moment longer.
                if time.monotonic() > until:
                    raise
                time.sleep(1)
                self._clear_stale_lock()

    def stop(self) -> None:
        """Ends sessions and closes properly; one that was killed just now counts as stopped."""
        until = time.monotonic() + 60
        if process := self.process_id():
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGINT)
        while self.process_id() is not None:
            if time.monotonic() > until:
                raise DatabaseUnavailable(f"PostgreSQL (process {process}) does not stop; its log is {self.log}.")
            time.sleep(0.05)

    def delete(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def set_password_while_stopped(self, password: str) -> None:
        """Give the set-up role a new password when the old one was lost along with `.kinfold/`."""
        statement = f"ALTER ROLE {SETUP_ROLE} PASSWORD '{password}';\n"
        self._run("postgres", "--single", "-D", str(self.data), "postgres", standard_input=statement)

    def process_id(self) -> int | None:
        """The running server's process, or None where there is none or its lock was left behind by a crash."""
        try:
            process = int((self.data / "postmaster.pid").read_text().splitlines()[0])
            os.kill(process, 0)
        except (FileNotFoundError, ValueError, IndexError, ProcessLookupError):
            return None
        except PermissionError:
            pass
        try:
            command, state = re.findall(r"\((.*)\) (\w)", Path(f"/proc/{process}/stat").read_text())[0]
        except OSError:
            return process
        # After a restart of the machine the number may be another program's; a killed server may stay as a zombie.
        return process if command == "postgres" and state != "Z" else None

    def _clear_stale_lock(self) -> None:
        if self.process_id() is None:
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(mode=0o711)
            self.folder.chmod(0o711)
            self._give_away(self.folder)
        except FileExistsError:
            owner = self.account.pw_uid if self.account else os.getuid()
            found = self.folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner:
                raise DatabaseUnavailable(
                    f"{self.folder} belongs to somebody else, so the database cannot live there. "
                    "Remove it, or set TMPDIR."
                ) from None

    def _give_away(self, path: Path) -> None:
        if self.account:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)

    def _run(self, program: str, *arguments: str, standard_input: str | None = None) -> None:
        version = int((self.data / "PG_VERSION").read_text()) if self.made else None
        command = [str(programs(version) / program), *arguments]
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        identity = (
            {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []} if self.account else {}
        )
        # Its own session, so that Ctrl-C in the terminal that started the server does not stop the server.
        result = subprocess.run(  # type: ignore[call-overload]
            command, check=False, cwd=self.folder, env=environment, input=standard_input, text=True,
            capture_output=True, start_new_session=True, **identity,
        )  # fmt: skip
        if result.returncode:
            said = (result.stderr or result.stdout).strip()
            raise DatabaseUnavailable(f"PostgreSQL's {program} failed: {said}\nThe server's own log is {self.log}.")


def server_for(checkout: Path) -> Server:
    """The server that belongs to this checkout, whether or not it has been made yet."""
    name = hashlib.sha256(str(checkout).encode()).hexdigest()[:10]
    return Server(folder=_reachable_folder() / f"kinfold-{name}", account=_account())


def free_port(preferred: int | None = None) -> int:
    """The preferred port where nobody has taken it meanwhile, else any."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", preferred or 0))
        except OSError:
            return free_port()
        port: int = listener.getsockname()[1]
        return port


def _account() -> pwd.struct_passwd | None:
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise DatabaseUnavailable("PostgreSQL will not run as root, and there is no `postgres` account to run it as.")


def _reachable_folder() -> Path:
    """The system's temporary folder where any account can reach it: a private one (mode 700) shuts out the server."""
    candidates = (tempfile.gettempdir(), "/tmp", "/var/tmp")  # noqa: S108 (our own folder's owner is checked)
    for folder in (Path(candidate).resolve() for candidate in candidates):
        if folder.is_dir() and all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents)):
            return folder
    raise DatabaseUnavailable("No temporary folder is open to all accounts; /tmp should have mode 1777.")


def programs(version: int | None = None) -> Path:
    """The folder of PostgreSQL's programs: the version that made the data, else the newest installed."""
    found = {int(folder.parent.name): folder for folder in Path("/usr/lib/postgresql").glob("[1-9]*/bin")}
    if on_path := shutil.which("postgres"):
        said = subprocess.run([on_path, "--version"], check=False, capture_output=True, text=True).stdout
        if number := re.search(r"\) (\d+)", said):
            found.setdefault(int(number[1]), Path(on_path).resolve().parent)
    suitable = {number: folder for number, folder in found.items() if number >= OLDEST_VERSION}
    wanted = version or max(suitable, default=0)
    if wanted in suitable:
        return suitable[wanted]
    raise DatabaseUnavailable(
        f"PostgreSQL {version or f'{OLDEST_VERSION} or newer'} is not installed. On Debian: "
        "apt-get install postgresql. "
        "Or set DATABASE_URL, DATABASE_APP_URL and DATABASE_EXTRACT_URL to a server that you run."
    )


def _configuration(port: int) -> str:
    memory_mb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": port,
        "unix_socket_directories": "",  # no socket: nothing whose path could grow too long
        "password_encryption": "scram-sha-256",
        "max_connections": 120,
        "shared_buffers": f"{min(512, memory_mb // 4)}MB",
        "effective_cache_size": f"{memory_mb // 2}MB",
        "work_mem": "16MB",
        "maintenance_work_mem": f"{min(256, memory_mb // 8)}MB",
        "min_dynamic_shared_memory": "64MB",  # containers often allow only 64 MB of /dev/shm
        "max_wal_size": "4GB",
        "checkpoint_timeout": "15min",
        "wal_compression": "on",
        "random_page_cost": 1.1,
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "datestyle": "iso, dmy",
        # A failing statement carries a child's details, so the log never repeats it.
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_parameter_max_length_on_error": 0,
    }
    return "".join(f"{name} = '{value}'\n" for name, value in settings.items())
