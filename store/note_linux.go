package store

import (
	"os"
	"strconv"
)

// lives reports whether a process of this machine is running.
func lives(pid int) bool {
	_, err := os.Stat("/proc/" + strconv.Itoa(pid))
	return err == nil
}
