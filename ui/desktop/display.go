//go:build !headless

package desktop

import (
	"net"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// displayReady reports whether a window can be opened. The toolkit panics without a display, so it is asked before. Windows and macOS always have
// one; elsewhere DISPLAY names an X server, which must answer.
func displayReady(getenv func(string) string) bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return true
	}
	network, address := displayAddress(getenv("DISPLAY"))
	if address == "" {
		return false
	}
	conn, err := net.DialTimeout(network, address, 2*time.Second)
	if err != nil {
		// An abstract socket stands beside the file; some sandboxes have only that one.
		if conn, err = net.DialTimeout("unix", "@"+address, 2*time.Second); err != nil {
			return false
		}
	}
	_ = conn.Close() // nothing was written
	return true
}

// displayAddress is where the X server of a display listens: ":0" on a socket, "host:10.0" on TCP port 6010 (X(7), "Display Names").
func displayAddress(display string) (network, address string) {
	host, rest, ok := strings.Cut(display, ":")
	if !ok {
		return "", ""
	}
	number, _, _ := strings.Cut(rest, ".")
	if host == "" || host == "unix" {
		return "unix", "/tmp/.X11-unix/X" + number
	}
	return "tcp", net.JoinHostPort(host, port(number))
}

func port(display string) string {
	n := 0
	for _, r := range display {
		if r < '0' || r > '9' {
			return ""
		}
		n = n*10 + int(r-'0')
	}
	return strconv.Itoa(6000 + n)
}
