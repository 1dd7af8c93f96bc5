package parley

// List returns KindActor.
func (a *Actor) List() Kind { return KindActor }

// Key returns the id.
func (a *Actor) Key() string { return a.ID }

// Parts returns the pieces of text: mention.
func (a *Actor) Parts() []Part { return []Part{{"mention", &a.Mentions}} }

// List returns KindRole.
func (r *Role) List() Kind { return KindRole }

// Key returns the id.
func (r *Role) Key() string { return r.ID }

// Parts returns the pieces of text: title, person.
func (r *Role) Parts() []Part { return []Part{{"title", &r.Title}, {"person", &r.Person}} }

// List returns KindStatement.
func (s *Statement) List() Kind { return KindStatement }

// Key returns the id.
func (s *Statement) Key() string { return s.ID }

// Parts returns the pieces of text: content, source, cue.
func (s *Statement) Parts() []Part {
	return []Part{{"content", &s.Content}, {"source", &s.Source}, {"cue", &s.Cue}}
}

// List returns KindDate.
func (d *Date) List() Kind { return KindDate }

// Key returns the id.
func (d *Date) Key() string { return d.ID }

// Parts returns the pieces of text: span.
func (d *Date) Parts() []Part { return []Part{{"span", &d.Span}} }

// List returns KindEvent.
func (e *Event) List() Kind { return KindEvent }

// Key returns the id.
func (e *Event) Key() string { return e.ID }

// Parts returns the pieces of text: trigger.
func (e *Event) Parts() []Part { return []Part{{"trigger", &e.Trigger}} }

// List returns KindCondition.
func (c *Condition) List() Kind { return KindCondition }

// Key returns the id.
func (c *Condition) Key() string { return c.ID }

// Parts returns the pieces of text: antecedent, connective, consequent.
func (c *Condition) Parts() []Part {
	return []Part{{"antecedent", &c.Antecedent}, {"connective", &c.Connective}, {"consequent", &c.Consequent}}
}

// List returns KindDue.
func (d *Due) List() Kind { return KindDue }

// Key returns the id.
func (d *Due) Key() string { return d.ID }

// Parts returns the pieces of text: what, date.
func (d *Due) Parts() []Part { return []Part{{"what", &d.What}, {"date", &d.Date}} }

// List returns KindPosition.
func (p *Position) List() Kind { return KindPosition }

// Key returns the id.
func (p *Position) Key() string { return p.ID }

// Parts returns the pieces of text: evidence.
func (p *Position) Parts() []Part { return []Part{{"evidence", &p.Evidence}} }

// List returns KindLabel.
func (l *Label) List() Kind { return KindLabel }

// Key returns the id.
func (l *Label) Key() string { return l.ID }

// Parts returns the pieces of text: label, target.
func (l *Label) Parts() []Part { return []Part{{"label", &l.Label}, {"target", &l.Target}} }

// List returns KindFigure.
func (f *Figure) List() Kind { return KindFigure }

// Key returns the id.
func (f *Figure) Key() string { return f.ID }

// Parts returns the pieces of text: span.
func (f *Figure) Parts() []Part { return []Part{{"span", &f.Span}} }
