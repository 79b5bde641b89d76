// The words of a handout as HTML, each in both languages side by side; the page shows one of them.
#pragma once

#include "exporting/handout.h"

namespace il::exporting {

/// `<span lang>` of plain texts, escaped.
QString plainSpans(const BothLanguages<QString>& text);
/// `<span lang>` of a word of the page.
QString wordSpans(const QString& name);
/// Question, answer and correction: those that there are.
QString textsHtml(const Handout& handout);
/// The list of cues with their predictions; empty without cues.
QString cuesHtml(const Handout& handout);
/// That the page has a part of the run's steps only; empty when it has all.
QString sampleHtml(const Handout& handout);

} // namespace il::exporting
