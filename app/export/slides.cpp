#include "slides.h"

#include "../figures.h"

#include "lesson/html.h"

#include <QTextDocumentFragment>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

/// What the caption strip says.
QString captionOf(const scene::DisplayList& list)
{
    const auto caption = std::find_if(list.items.begin(), list.items.end(),
                                      [](const scene::Item& item) { return item.id == "caption"_L1; });
    return caption == list.items.end() ? QString() : caption->accessible;
}

/// Markdown as plain paragraphs with an empty line between them.
QString paragraphs(const std::string& markdown, const trace::Trace& trace, trace::SimTime now)
{
    const QString html = QString::fromStdString(lesson::toHtml(filled(markdown, trace, now).toStdString()));
    QStringList lines = QTextDocumentFragment::fromHtml(html).toPlainText().split(u'\n', Qt::SkipEmptyParts);
    return lines.join(u"\n\n"_s);
}

QString notesOf(const Run& run, const scene::CueMark* cue, const Instant& at, scene::Language language)
{
    if (cue == nullptr)
        return {};
    const lesson::Text& text = run.lesson->texts[static_cast<std::size_t>(language)];
    QStringList parts;
    if (run.cuesReached(at.step) == 1)
        parts << paragraphs(text.question, run.trace(), at.now)
              << paragraphs(text.answer, run.trace(), at.now);
    if (const auto* said = textOf(text, cue->name))
        parts << paragraphs(said->body, run.trace(), at.now);
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s);
}

} // namespace

exporting::Slide slideAt(const Run& run, PictureOf wanted, const Instant& at, scene::LaneMemo* memo)
{
    wanted.step = at.step;
    wanted.now = at.now;
    const scene::CueMark* cue = run.cueAt(at.step);
    if (cue != nullptr && cue->step != at.step)
        cue = nullptr;
    exporting::Slide slide{.list = picture(run, wanted, memo)};
    slide.name = cue != nullptr ? cue->name : u"step-%1"_s.arg(at.step);
    slide.title = captionOf(slide.list);
    slide.notes = notesOf(run, cue, at, wanted.language);
    return slide;
}

} // namespace il::app
