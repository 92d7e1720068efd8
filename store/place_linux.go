package store

import (
	"bufio"
	"io"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// networkTypes are the names under which Linux mounts what lies on another machine or behind one's back, where locks and memory maps cannot be trusted.
var networkTypes = []string{"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "beegfs", "gfs2", "ocfs2", "davfs", "vboxsf", "vmhgfs",
	"fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.ceph", "fuse.davfs2", "fuse.davfs", "fuse.s3fs", "fuse.goofys", "fuse.gcsfuse", "fuse.smbnetfs", "fuse.curlftpfs",
	"fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.vmhgfs-fuse", "fuse.seadrive", "fuse.pcloud", "fuse.juicefs"}

// networkMagic are the same by the number that statfs gives (linux/magic.h), for when /proc is not there.
var networkMagic = map[int64]string{0x6969: "nfs", 0x517B: "smb", 0xFF534D42: "cifs", 0xFE534D42: "smb2", 0x564C: "ncp", 0x5346414F: "afs", 0x00C36400: "ceph"}

// networkShare names the kind of share that a folder lies on, or is "".
func networkShare(dir string) string {
	if f, err := os.Open("/proc/self/mountinfo"); err == nil {
		defer f.Close()
		if t := mountType(f, dir); isNetworkType(t) {
			return t
		}
	}
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return ""
	}
	return networkMagic[int64(st.Type)&0xFFFFFFFF]
}

func isNetworkType(t string) bool {
	for _, n := range networkTypes {
		if t == n {
			return true
		}
	}
	return false
}

// mountType reads, in the form of proc(5) mountinfo, the type of the file system that a folder lies on: that of the longest mount point above it,
// the last one where several are mounted on each other.
func mountType(mounts io.Reader, dir string) string {
	best, kind := "", ""
	lines := bufio.NewScanner(mounts)
	for lines.Scan() {
		head, tail, ok := strings.Cut(lines.Text(), " - ")
		fields := strings.Fields(head)
		after := strings.Fields(tail)
		if !ok || len(fields) < 5 || len(after) < 1 {
			continue
		}
		if point := unescapeMount(fields[4]); within(dir, point) && len(point) >= len(best) {
			best, kind = point, after[0]
		}
	}
	return kind
}

// unescapeMount undoes the octal escapes of mountinfo.
func unescapeMount(s string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(s)
}
