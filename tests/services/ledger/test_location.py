from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from services.domain.errors import LedgerFault, LedgerUnavailable
from services.ledger import location
from services.ledger.database import Database
from services.ledger.location import (
    is_remote_mount,
    is_synced,
    is_unc,
    read_linux_mounts,
    read_macos_mounts,
    require_own_disk,
)

LINUX = r"""/dev/nvme0n1p2 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
nas:/export /srv/nas nfs4 rw,vers=4.2 0 0
//nas/share /mnt/the\040share cifs rw 0 0
drvfs /mnt/c 9p rw,aname=drvfs 0 0
ayse@host:/ /home/ayse/far fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdb1 /media/stick fuseblk rw 0 0
secret /home/ayse/vault fuse.gocryptfs rw 0 0
/dev/sdc1 /srv/nas/own ext4 rw 0 0
"""

MACOS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//ayse@nas._smb._tcp.local/share on /Volumes/share (smbfs, nodev, nosuid, mounted by ayse)
/dev/disk4s1 on /Volumes/A (B) (apfs, local, journaled)
"""


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\Ayşe\OneDrive\refund-desk",
        r"C:\Users\Ayşe\OneDrive - Mağaza A.Ş.\refund-desk",
        r"C:\Users\Ayşe\Dropbox\x",
        r"C:\Users\Ayşe\Dropbox (Personal)\x",
        r"C:\Users\Ayşe\iCloudDrive\x",
        r"G:\My Drive\x",
        r"C:\Users\Ayşe\Google Drive\x",
    ],
)
def test_a_windows_folder_that_a_cloud_copies_is_known_by_its_name(path: str) -> None:
    assert is_synced(PureWindowsPath(path), {})


@pytest.mark.parametrize(
    "path",
    [
        "/Users/ayse/Library/Mobile Documents/com~apple~CloudDocs/x",
        "/Users/ayse/Library/CloudStorage/GoogleDrive-ayse@example.com/My Drive/x",
        "/Users/ayse/Library/CloudStorage/OneDrive-Personal/x",
        "/home/ayse/Dropbox/x",
        "/home/ayse/Nextcloud/x",
    ],
)
def test_another_folder_that_a_cloud_copies_is_known_by_its_name(path: str) -> None:
    assert is_synced(PurePosixPath(path), {})


@pytest.mark.parametrize(
    "path", ["/home/ayse/.local/share/refund-desk", "/home/dropbox-fan/x", "/home/ayse/My OneDrive notes/x"]
)
def test_an_ordinary_folder_is_nobodys_to_copy(path: str) -> None:
    assert not is_synced(PurePosixPath(path), {"OneDrive": "", "HOME": "/home/ayse"})


def test_a_synced_folder_of_any_name_is_known_by_the_environment() -> None:
    environ = {"OneDriveCommercial": r"D:\Firma"}

    assert is_synced(PureWindowsPath(r"d:\firma\refund-desk"), environ)
    assert not is_synced(PureWindowsPath(r"D:\Firma2\refund-desk"), environ)


@pytest.mark.parametrize(
    ("path", "unc"),
    [
        (r"\\server\share\x", True),
        ("//server/share/x", True),
        (r"\\?\UNC\server\share\x", True),
        (r"\\?\C:\Users\x", False),
        (r"C:\Users\x", False),
    ],
)
def test_a_windows_path_to_another_computer_is_known(path: str, unc: bool) -> None:  # noqa: FBT001  a table's column
    assert is_unc(PureWindowsPath(path)) is unc


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/home/ayse/x", False),
        ("/var/lib/x", False),
        ("/srv/nas", True),
        ("/srv/nas/x", True),
        ("/srv/nas2/x", False),
        ("/srv/nas/own/x", False),
        ("/mnt/the share/x", True),
        ("/mnt/c/Users", True),
        ("/home/ayse/far/x", True),
        ("/run/user/1000/gvfs/smb", True),
        ("/media/stick/x", False),
        ("/home/ayse/vault/x", False),
    ],
)
def test_the_file_system_that_holds_a_folder_says_whose_disk_it_is(path: str, remote: bool) -> None:  # noqa: FBT001  a table's column
    assert is_remote_mount(PurePosixPath(path), read_linux_mounts(LINUX)) is remote


def test_of_two_file_systems_on_one_spot_the_later_counts() -> None:
    mounts = read_linux_mounts("nas:/a /data nfs rw 0 0\n/dev/sda1 /data ext4 rw 0 0\n")

    assert not is_remote_mount(PurePosixPath("/data/x"), mounts)
    assert is_remote_mount(PurePosixPath("/data/x"), mounts[::-1])


@pytest.mark.parametrize(
    ("path", "remote"),
    [("/Users/ayse/x", False), ("/Volumes/share/x", True), ("/Volumes/A (B)/x", False)],
)
def test_macos_says_which_disks_are_its_own(path: str, remote: bool) -> None:  # noqa: FBT001  a table's column
    assert is_remote_mount(PurePosixPath(path), read_macos_mounts(MACOS)) is remote


def test_this_computers_own_disk_will_do(tmp_path: Path) -> None:
    require_own_disk(tmp_path / "not there yet")


def test_a_synced_folder_is_refused_and_not_even_made(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "desk"

    with pytest.raises(LedgerUnavailable) as refused:
        Database.open(folder)

    assert (refused.value.fault, refused.value.path) == (LedgerFault.SYNCED_FOLDER, folder)
    assert not (tmp_path / "Dropbox").exists()


def test_a_link_into_a_synced_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    link = tmp_path / "desk"
    try:
        link.symlink_to(tmp_path / "OneDrive", target_is_directory=True)
    except OSError:
        pytest.skip("this user may make no links")
    if not link.is_symlink():
        pytest.skip("wine says it made a link, and made none")

    with pytest.raises(LedgerUnavailable) as refused:
        Database.open(link)

    assert refused.value.fault is LedgerFault.SYNCED_FOLDER


def test_a_network_folder_is_refused_and_not_even_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "desk"
    monkeypatch.setattr(location, "_is_remote", lambda path: path == folder)

    for way_in in (Database.open, Database.look):
        with pytest.raises(LedgerUnavailable) as refused:
            way_in(folder)
        assert refused.value.fault is LedgerFault.NETWORK_FOLDER
    assert not folder.exists()
