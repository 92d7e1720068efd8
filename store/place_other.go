//go:build !linux && !darwin && !windows

package store

// networkShare is not known on this system.
func networkShare(string) string { return "" }
