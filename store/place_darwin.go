package store

import "golang.org/x/sys/unix"

// networkShare names the kind of share that a folder lies on, or is "".
func networkShare(dir string) string {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil || st.Flags&unix.MNT_LOCAL != 0 {
		return ""
	}
	return unix.ByteSliceToString(st.Fstypename[:])
}
