package date

// rule is the group of rules that resolved a time; each has its confidence.
type rule uint8

// The rule groups.
const (
	noRule rule = iota
	fullDayRule
	weekdayDateRule
	bareDayRule
	pastDayRule
	futureDayRule
	fullMonthRule
	bareMonthRule
	pastMonthRule
	futureMonthRule
	yearRule
	decadeRule
	sameWeekdayRule
	pastWeekdayRule
	futureWeekdayRule
	weekdayRule
	deicticRule
	relativeRule
	partRule
	agoRule
	sameRule
	quarterRule
	quarterBeforeRule
	seasonRule
	fiscalRule
	edgeRule
	holidayRule
	referenceRule
	durationRule
	vagueDurationRule
	setRule
	clockRule
	rules // not a rule
)

var confidence = [rules]float64{}
