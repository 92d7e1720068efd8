package theme

// The scale of spaces, in the toolkit's device-independent pixels. Nothing on screen stands at another distance.
const (
	Hairline float32 = 1
	SpaceXS  float32 = 4
	SpaceS   float32 = 8
	SpaceM   float32 = 12
	SpaceL   float32 = 20
	SpaceXL  float32 = 32
	Radius   float32 = 8
)

// The sizes of text. Weight and colour do the rest of the work.
const (
	TextSmall   float32 = 12
	TextBody    float32 = 14
	TextHeading float32 = 16
	TextTitle   float32 = 21
	TextFigure  float32 = 24
)

// The heights that return everywhere.
const (
	RowHeight     float32 = 36
	ControlHeight float32 = 34
	ChipHeight    float32 = 20
	IconSize      float32 = 17
	NavWidth      float32 = 188
	TopHeight     float32 = 56
	StatusHeight  float32 = 28
)
