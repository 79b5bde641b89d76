#include "scene/choice_strip.h"

#include "scene/narration_terms.h"

#include <algorithm>
#include <cmath>

namespace il::scene {
namespace {

using trace::Choice;
using trace::ChoiceKind;
using trace::noThread;
using trace::ThreadId;

constexpr double boxHeight = 48, keySide = 26, boxPadding = 11, inner = 9, between = 10;
constexpr double chipHeight = 32, leastChip = 56;
constexpr Font question{FontFamily::Sans, 22, 600};
constexpr double leastQuestion = 17;

/// A choice with all that its words need.
struct Asking {
    const Choice& choice;
    telling::Event named; ///< carries the object's number
    Telling telling;
};

Asking asking(const trace::Trace& trace, const trace::View& view, std::size_t number, const Words& words)
{
    const Choice& choice = trace.choices()[number];
    telling::Event named;
    named.object = choice.object;
    return {choice, named, {trace, view, {}, 0, words}};
}

/// What an option's box shows.
struct OptionLook {
    ThreadId thread = noThread;
    QString chip; ///< the thread's label; empty when the option is no thread
    QString note; ///< "goes on", "line 12", "20 ms later"
    QString words;
};

QString lineNote(const Asking& a, ThreadId thread)
{
    const auto& threads = a.telling.after.threads;
    if (thread >= threads.size() || threads[thread].line == 0)
        return {};
    return a.telling.words.translate("Choice", "line %1").arg(threads[thread].line);
}

QString lateNote(const Asking& a, std::uint32_t option)
{
    const Words& words = a.telling.words;
    if (option == 0)
        return words.translate("Choice", "at once");
    const QString late = timeText(a.choice.unit.ns * option);
    return a.choice.kind == ChoiceKind::Delay ? words.translate("Choice", "held up, %1 later").arg(late)
                                              : words.translate("Choice", "%1 later").arg(late);
}

OptionLook lookOf(const Asking& a, std::uint32_t option)
{
    OptionLook look;
    if (option < a.choice.threads.size()) {
        look.thread = a.choice.threads[option];
        look.note = lineNote(a, look.thread);
        if (a.choice.kind == ChoiceKind::Preempt && option == 0)
            look.note = a.telling.words.translate("Choice", "goes on");
    } else {
        look.note = lateNote(a, option);
        if (a.choice.kind == ChoiceKind::Delay)
            look.thread = a.choice.thread;
    }
    if (look.thread != noThread)
        look.chip = threadLabel(a.telling.trace, a.telling.after, look.thread);
    look.words = look.chip.isEmpty()   ? look.note
                 : look.note.isEmpty() ? look.chip
                                       : look.chip + QStringLiteral(", ") + look.note;
    return look;
}

double chipWidth(const QString& text)
{
    return std::max(leastChip, std::ceil(textWidth(text, type::small)) + 30);
}

double widthOf(const OptionLook& look, bool brief)
{
    double width = 2 * boxPadding + keySide;
    if (!look.chip.isEmpty())
        width += inner + chipWidth(look.chip);
    if (!look.note.isEmpty() && (!brief || look.chip.isEmpty()))
        width += inner + std::ceil(textWidth(look.note, type::small)) + 1;
    return width;
}

double widthOf(const std::vector<OptionLook>& looks, std::size_t count, bool brief)
{
    double width = 0;
    for (std::size_t i = 0; i < count; ++i)
        width += widthOf(looks[i], brief) + between;
    return width;
}

void optionBox(Items& out, const StageInput& input, const OptionLook& look, std::uint32_t option,
               const QRectF& rect, bool brief)
{
    const Theme& theme = input.theme;
    const QString id = QStringLiteral("choice/option/%1").arg(option);
    const QString key = QString::number(option + 1);
    BoxStyle style;
    style.outline = theme.mark(theme.accent);
    style.radius = 12;
    box(out, id, rect, {}, theme, input.words.translate("Choice", "Option %1: %2").arg(key, look.words),
        style);
    double x = rect.left() + boxPadding;
    label(out, id + QStringLiteral("/key"), {x, rect.top(), keySide, rect.height()}, key, type::strong,
          theme.readable(theme.accent), Qt::AlignCenter);
    x += keySide + inner;
    if (!look.chip.isEmpty()) {
        const QRectF chip(x, rect.center().y() - chipHeight / 2, chipWidth(look.chip), chipHeight);
        threadChip(out, id + QStringLiteral("/chip"), chip,
                   threadLook(input.trace, input.view, look.thread, input.words), theme);
        x = chip.right() + inner;
    }
    if (!look.note.isEmpty() && (!brief || look.chip.isEmpty()))
        label(out, id + QStringLiteral("/note"),
              {x, rect.top(), rect.right() - boxPadding - x, rect.height()}, look.note, type::small,
              theme.ink);
}

} // namespace

QString choiceQuestion(const trace::Trace& trace, const trace::View& view, std::size_t number,
                       const Words& words)
{
    const Asking a = asking(trace, view, number, words);
    const QString who = a.choice.thread == noThread ? QString() : telling::who(a.telling, a.choice.thread);
    switch (a.choice.kind) {
    case ChoiceKind::NextThread:
        return words.translate("Choice", "A core is free. Who runs on it next?");
    case ChoiceKind::GilWinner:
        return words.translate("Choice", "%1 lets go of the GIL. Who is woken for it?").arg(who);
    case ChoiceKind::LockWinner:
        if (a.choice.object == trace::none)
            return words.translate("Choice", "Who is woken?");
        return words.translate("Choice", "%1 is released. Who is woken for it?")
            .arg(telling::object(a.telling, a.named));
    case ChoiceKind::WakeLatency:
        return words.translate("Choice", "How long does the wake-up take?");
    case ChoiceKind::TieBreak:
        return words.translate("Choice", "All at the same moment. Who is first?");
    case ChoiceKind::Network:
        return words.translate("Choice", "A message is on its way. When does it arrive?");
    case ChoiceKind::Preempt:
        return words.translate("Choice", "%1 runs, others wait for the GIL. Who runs next?").arg(who);
    case ChoiceKind::Delay:
        if (a.choice.thread < view.threads.size() &&
            view.threads[a.choice.thread].state != trace::ThreadState::New)
            return words.translate("Choice", "%1 could go on. When does it?").arg(who);
        return words.translate("Choice", "%1 could begin. When does it?").arg(who);
    }
    return {};
}

QString choiceOption(const trace::Trace& trace, const trace::View& view, std::size_t number,
                     std::uint32_t option, const Words& words)
{
    return lookOf(asking(trace, view, number, words), option).words;
}

void choiceItems(Items& out, const StageInput& input, std::size_t number, const QRectF& area)
{
    const Theme& theme = input.theme;
    const Asking a = asking(input.trace, input.view, number, input.words);
    std::vector<OptionLook> looks;
    for (std::uint32_t option = 0; option < a.choice.options; ++option)
        looks.push_back(lookOf(a, option));
    const QString words = choiceQuestion(input.trace, input.view, number, input.words);
    out.push_back({QStringLiteral("choice"),
                   Role::Container,
                   Rect{area, 12},
                   {theme.tint(theme.accent)},
                   {theme.mark(theme.accent), theme.strokeWidth},
                   words});

    // The question may take two lines; the boxes get what is left, first with what each thread would do.
    constexpr double moreWidth = 52;
    const double asks = std::min(std::ceil(textWidth(words, question)) + 2, area.width() * 0.42);
    const double left = area.left() + 24 + asks + 20;
    const double room = area.right() - 14 - left;
    const bool brief = widthOf(looks, looks.size(), false) > room;
    std::size_t shown = looks.size();
    while (shown > 1 && widthOf(looks, shown, brief) + (shown < looks.size() ? moreWidth : 0) > room)
        --shown;

    Font font = question;
    while (font.px > leastQuestion && wrap(words, font, asks, 3).size() > 2)
        font.px -= 1;
    const QStringList lines = wrap(words, font, asks, 2);
    const double pitch = std::ceil(lineHeight(font)) + 1;
    double y = area.center().y() - pitch * static_cast<double>(lines.size()) / 2;
    for (int i = 0; i < lines.size(); ++i, y += pitch)
        label(out, QStringLiteral("choice/question/%1").arg(i), {area.left() + 24, y, asks, pitch}, lines[i],
              font, theme.ink);

    double x = left;
    for (std::size_t i = 0; i < shown; ++i) {
        const double width = widthOf(looks[i], brief);
        optionBox(out, input, looks[i], static_cast<std::uint32_t>(i),
                  {x, area.center().y() - boxHeight / 2, width, boxHeight}, brief);
        x += width + between;
    }
    if (shown < looks.size())
        label(out, QStringLiteral("choice/more"), {x, area.top(), moreWidth - 4, area.height()},
              QStringLiteral("+%1").arg(looks.size() - shown), type::strong, theme.ink);
}

std::optional<std::uint32_t> choiceOptionOf(const ElementId& id)
{
    const QString prefix = QStringLiteral("choice/option/");
    if (!id.startsWith(prefix))
        return std::nullopt;
    bool isNumber = false;
    const std::uint32_t option = id.mid(prefix.size()).section(QLatin1Char('/'), 0, 0).toUInt(&isNumber);
    return isNumber ? std::optional(option) : std::nullopt;
}

} // namespace il::scene
