package web

import (
	"fmt"
	"math"
	"regexp"
	"testing"
)

// colours returns the style sheet's colours by name, for light, dark and amber.
func colours(t *testing.T) (light, dark, amber map[string]string) {
	t.Helper()
	css, err := assets.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, amber = map[string]string{}, map[string]string{}, map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z0-9]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)`).FindAllStringSubmatch(string(css), -1) {
		light[m[1]], dark[m[1]], amber[m[1]] = m[2], m[3], m[3]
	}
	for _, m := range regexp.MustCompile(`--([a-z0-9]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(string(css), -1) {
		amber[m[1]] = m[2]
	}
	return light, dark, amber
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var rgb [3]int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2]); err != nil {
		t.Fatalf("colour %q: %v", colour, err)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(rgb[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// WCAG AA: text has a contrast of 4.5, the edges of controls and marks one of 3.
func TestContrast(t *testing.T) {
	light, dark, amber := colours(t)
	for name, theme := range map[string]map[string]string{"light": light, "dark": dark, "amber": amber} {
		check := func(front string, least float64, backs ...string) {
			for _, back := range backs {
				a, b := luminance(t, theme[front]), luminance(t, theme[back])
				if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < least {
					t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", name, front, back, ratio, least)
				}
			}
		}
		check("fg", 4.5, "bg", "raised", "at", "p0", "p1", "p2", "gone", "added")
		check("dim", 4.5, "bg", "raised", "at", "gone", "added")
		check("link", 4.5, "bg", "raised")
		check("accent", 4.5, "bg", "raised", "at")
		check("alarm", 4.5, "bg", "raised")
		check("edge", 3, "bg", "raised")
		check("accent", 3, "p0")
		check("link", 3, "p1")
		check("edge", 3, "p2")
	}
}
