#include "why_popup.h"

#include "scene/parts.h"
#include "scene/why_words.h"

#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int sentenceWidth = 400;

/// The moments that the sentence names become links to their steps.
QString withLinks(const scene::WhySentence& sentence, const trace::Trace& trace)
{
    QString rich;
    qsizetype done = 0;
    for (const scene::WhyLink& link : sentence.links) {
        rich += sentence.text.mid(done, link.start - done).toHtmlEscaped();
        const QString text = sentence.text.mid(link.start, link.length).toHtmlEscaped();
        const bool isPast = link.at <= trace.duration();
        rich += isPast ? u"<a href=\"%1\">%2</a>"_s.arg(trace.stepAt(link.at)).arg(text) : text;
        done = link.start + link.length;
    }
    return rich + sentence.text.mid(done).toHtmlEscaped();
}

} // namespace

WhyPopup::WhyPopup(const RunPtr& run, std::size_t step, trace::SimTime now, trace::ThreadId thread,
                   const Look& look, QWidget* parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName("popup");
    setAttribute(Qt::WA_DeleteOnClose);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(8);
    const trace::Trace& trace = run->trace();
    const trace::View view = trace::advanced(trace.atStep(step), now);
    const auto& words = scene::Words::of(look.language);
    const auto chain = trace::why(trace, view, thread);
    auto* title = new QLabel(
        tr("Why? %1 at %2").arg(scene::threadLabel(trace, view, thread), scene::timeText(now.ns)), this);
    title->setObjectName("whyTitle");
    column->addWidget(title);
    QStringList all;
    int index = 0;
    for (const scene::WhySentence& sentence : scene::whyWords(trace, view, chain, words)) {
        all.append(sentence.text);
        addSentence(sentence.text, withLinks(sentence, trace), index++);
    }
    setAccessibleName(title->text());
    setAccessibleDescription(all.join(u'\n'));
}

void WhyPopup::addSentence(const QString& plain, const QString& rich, int index)
{
    auto* label = new QLabel(rich, this);
    label->setObjectName(u"why_%1"_s.arg(index));
    label->setAccessibleName(plain);
    label->setProperty("kind", "why");
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setFocusPolicy(Qt::StrongFocus);
    label->setWordWrap(true);
    label->setFixedWidth(sentenceWidth);
    label->setContentsMargins(index == 0 ? 0 : 14, 0, 0, 0);
    layout()->addWidget(label);
    connect(label, &QLabel::linkActivated, this, [this](const QString& link) {
        const std::size_t step = link.toULongLong();
        close();
        emit stepAsked(step);
    });
}

void WhyPopup::showAt(const QPoint& at)
{
    adjustSize();
    const QRect room = parentWidget()->screen()->availableGeometry().adjusted(8, 8, -8, -8);
    move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    if (auto* first = findChild<QLabel*>(u"why_0"_s))
        first->setFocus(Qt::PopupFocusReason);
}

std::vector<std::pair<trace::ThreadId, QString>> threadsToAsk(const Run& run, std::size_t step)
{
    const trace::View view = run.trace().atStep(step);
    std::vector<std::pair<trace::ThreadId, QString>> result;
    for (std::size_t i = 0; i < view.threads.size(); ++i) {
        const auto thread = static_cast<trace::ThreadId>(i);
        if (view.threads[i].created != trace::SimTime::never())
            result.emplace_back(thread, scene::threadLabel(run.trace(), view, thread));
    }
    return result;
}

} // namespace il::app
