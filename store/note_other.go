//go:build !linux

package store

import "os"

// lives reports whether a process of this machine is running, as far as the system tells.
func lives(pid int) bool {
	p, err := os.FindProcess(pid)
	if err == nil {
		_ = p.Release()
	}
	return err == nil
}
