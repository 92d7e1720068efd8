package store

import (
	"strings"
	"testing"
)

func TestMountType(t *testing.T) {
	const mounts = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home/wang/公司\040共用 rw - cifs //server/share rw
31 22 0:41 / /mnt/nas rw - nfs4 nas:/export rw
32 22 0:42 / /mnt/nas/local rw - ext4 /dev/sdb1 rw
33 22 0:43 / /mnt/ssh rw - fuse.sshfs wang@host: rw
34 22 0:44 / /mnt/ntfs rw - fuseblk /dev/sdc1 rw
broken line
35 22 0:45 / /mnt/ntfs rw - fuse.rclone over rw`
	tests := map[string]struct {
		kind    string
		network bool
	}{
		"/home/wang":         {"ext4", false},
		"/home/wang/公司 共用":   {"cifs", true},
		"/home/wang/公司 共用/x": {"cifs", true},
		"/mnt/nas/a/b":       {"nfs4", true},
		"/mnt/nas/local/a":   {"ext4", false},
		"/mnt/nasty":         {"ext4", false},
		"/mnt/ssh":           {"fuse.sshfs", true},
		"/mnt/ntfs/x":        {"fuse.rclone", true},
	}
	for dir, want := range tests {
		got := mountType(strings.NewReader(mounts), dir)
		if got != want.kind || isNetworkType(got) != want.network {
			t.Errorf("%s: %q, network %v; want %q, %v", dir, got, isNetworkType(got), want.kind, want.network)
		}
	}
}
