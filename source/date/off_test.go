package date_test

import (
	"testing"

	"parley/source/date"
)

func TestYearsOff(t *testing.T) {
	for _, c := range []struct {
		name, text, published, want string
	}{
		{"old dates only", "It began on 3 May 2001. On June 4, 2001 they met; by July 2002 it was over.", "2011-05-02", "published 2011, and all dates in the text are years off: 2001 to 2002"},
		{"later dates only", "It began on 3 May 2011. On June 4, 2011 they met; by 2012-07-01 it was over.", "1970-01-01", "published 1970, and all dates in the text are years off: 2011 to 2012"},
		{"one is near", "It began on 3 May 2001. On June 4, 2001 they met; in April 2011 it was over.", "2011-05-02", ""},
		{"on both sides", "It began on 3 May 2001. On June 4, 2001 they met; by July 2031 it is over.", "2011-05-02", ""},
		{"too few", "It began on 3 May 2001.", "2011-05-02", ""},
		{"bare years are figures", "It cost 2001, 2002, 2003 and 2004 dollars.", "2011-05-02", ""},
		{"no day", "It began on 3 May 2001. On June 4, 2001 they met; by July 2002 it was over.", "", ""},
		{"no year", "It began on 3 May 2001. On June 4, 2001 they met; by July 2002 it was over.", "soon", ""},
	} {
		if got := date.YearsOff(c.text, c.published); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
