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
