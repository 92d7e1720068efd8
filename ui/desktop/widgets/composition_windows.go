package widgets

import (
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

// Windows asks for the place of the composition and candidate windows through imm32.dll (ImmSetCompositionWindow and ImmSetCandidateWindow,
// winuser.h and imm.h of the Windows SDK).
const (
	cfsPoint        = 0x0002 // CFS_POINT
	cfsCandidatePos = 0x0040 // CFS_CANDIDATEPOS
)

type point struct{ x, y int32 }

type rect struct{ left, top, right, bottom int32 }

// compositionForm is COMPOSITIONFORM.
type compositionForm struct {
	style uint32
	at    point
	area  rect
}

// candidateForm is CANDIDATEFORM.
type candidateForm struct {
	index uint32
	style uint32
	at    point
	area  rect
}

// placeComposition puts the windows of the input method at the caret.
func placeComposition(e *Entry) {
	at, height, ok := e.caret()
	if !ok {
		return
	}
	canvas := fyne.CurrentApp().Driver().CanvasForObject(e)
	scale := canvas.Scale()
	p := point{int32(at.X * scale), int32((at.Y + height) * scale)}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if native, ok := w.(driver.NativeWindow); ok && w.Canvas() == canvas {
			native.RunNative(func(context any) { moveComposition(context, p) })
		}
	}
}

func moveComposition(context any, p point) {
	c, ok := context.(driver.WindowsWindowContext)
	if !ok {
		return
	}
	imm := windows.NewLazySystemDLL("imm32.dll")
	input, _, _ := imm.NewProc("ImmGetContext").Call(c.HWND)
	if input == 0 {
		return
	}
	composition := compositionForm{style: cfsPoint, at: p}
	candidates := candidateForm{style: cfsCandidatePos, at: p}
	// The calls only fail for a context that is gone; the window then stays where it was, which is what we would do about it.
	_, _, _ = imm.NewProc("ImmSetCompositionWindow").Call(input, uintptr(unsafe.Pointer(&composition)))
	_, _, _ = imm.NewProc("ImmSetCandidateWindow").Call(input, uintptr(unsafe.Pointer(&candidates)))
	_, _, _ = imm.NewProc("ImmReleaseContext").Call(c.HWND, input)
}

// caret is where the text cursor stands on the window's canvas, in the toolkit's pixels, with the height of the line; ok is false before the
// entry is on a window.
func (e *Entry) caret() (at fyne.Position, height float32, ok bool) {
	d := fyne.CurrentApp().Driver()
	if d.CanvasForObject(e) == nil {
		return fyne.Position{}, 0, false
	}
	origin := d.AbsolutePositionForObject(e)
	size := e.Theme().Size("text")
	before := []rune(line(e.Text, e.CursorRow))
	width := measure(string(before[:min(e.CursorColumn, len(before))]), size, false)
	pad := e.Theme().Size("innerPadding")
	lineHeight := fyne.MeasureText("國", size, fyne.TextStyle{}).Height
	return origin.AddXY(pad+width, pad+float32(e.CursorRow)*lineHeight), lineHeight, true
}

// line gives the n-th line of a text, counted from 0.
func line(text string, n int) string {
	start := 0
	for i, r := range text {
		if r != '\n' {
			continue
		}
		if n == 0 {
			return text[start:i]
		}
		n, start = n-1, i+1
	}
	if n > 0 {
		return ""
	}
	return text[start:]
}
