#include "exporting/handout_html.h"

#include "exporting/handout_words.h"
#include "lesson/html.h"

#include <QRegularExpression>

namespace il::exporting {
using namespace Qt::StringLiterals;
using scene::Language;

namespace {

QString tagged(const QString& tag, const BothLanguages<QString>& html)
{
    return u"<%1 lang=\"en\">%2</%1><%1 lang=\"zh-CN\">"_s.arg(tag, html[0]) + html[1] + u"</%1>"_s.arg(tag);
}

/// toHtml() shows markup instead of obeying it. Of images, which would have to be loaded, the words stay.
QString htmlOf(const QString& markdown)
{
    static const QRegularExpression image(u"<img src=\"[^\"]*\" alt=\"([^\"]*)\"[^>]*>"_s);
    return QString::fromStdString(lesson::toHtml(markdown.toStdString())).replace(image, u"\\1"_s);
}

QString markdownBlocks(const BothLanguages<QString>& markdown)
{
    return tagged(u"div"_s, {htmlOf(markdown[0]), htmlOf(markdown[1])});
}

/// For places that hold no paragraphs.
QString markdownSpans(const BothLanguages<QString>& markdown)
{
    const auto withoutParagraphs = [](QString html) {
        return html.remove(u"<p>"_s).remove(u"</p>"_s).trimmed();
    };
    return tagged(u"span"_s,
                  {withoutParagraphs(htmlOf(markdown[0])), withoutParagraphs(htmlOf(markdown[1]))});
}

bool isEmpty(const BothLanguages<QString>& text)
{
    return text[0].trimmed().isEmpty() && text[1].trimmed().isEmpty();
}

QString section(const QString& word, const BothLanguages<QString>& markdown)
{
    return isEmpty(markdown) ? QString()
                             : u"<h2>"_s + wordSpans(word) + u"</h2>\n"_s + markdownBlocks(markdown) + u'\n';
}

/// Closed at first: who is asked for a prediction doesn't want to read it.
QString closedSection(const QString& word, const BothLanguages<QString>& markdown)
{
    return isEmpty(markdown) ? QString()
                             : u"<details><summary>"_s + wordSpans(word) + u"</summary>\n"_s +
                                   markdownBlocks(markdown) + u"</details>\n"_s;
}

QString predictionHtml(const HandoutPrediction& prediction)
{
    QString html = u"<section class=\"prediction\"><h3>"_s + wordSpans(u"predict"_s) + u"</h3>"_s +
                   markdownBlocks(prediction.question) + u"<div class=\"options\">"_s;
    for (const HandoutOption& option : prediction.options)
        html += u"<button type=\"button\" data-right=\"%1\">"_s.arg(option.right ? 1 : 0) +
                markdownSpans(option.text) + u"</button>"_s;
    return html + u"</div><p class=\"verdict\" role=\"status\"></p></section>"_s;
}

/// The caption of a moment that lies ahead is hidden: it may say what somebody is asked to predict.
QString cueHtml(const HandoutCue& cue, int number)
{
    const auto in = [number](Language language) { return handoutWord(u"moment"_s, language).arg(number); };
    QString html = u"<li><button type=\"button\"><span class=\"number\">"_s +
                   plainSpans({in(Language::English), in(Language::Chinese)}) +
                   u"</span><span class=\"caption\">"_s + plainSpans(cue.caption) +
                   u"</span></button><div class=\"content\">"_s;
    if (cue.prediction)
        html += predictionHtml(*cue.prediction);
    if (!isEmpty(cue.body))
        html += u"<div class=\"body\">"_s + markdownBlocks(cue.body) + u"</div>"_s;
    return html + u"</div></li>\n"_s;
}

} // namespace

QString plainSpans(const BothLanguages<QString>& text)
{
    return tagged(u"span"_s, {text[0].toHtmlEscaped(), text[1].toHtmlEscaped()});
}

QString wordSpans(const QString& name)
{
    return plainSpans({handoutWord(name, Language::English), handoutWord(name, Language::Chinese)});
}

QString textsHtml(const Handout& handout)
{
    return section(u"question"_s, handout.question) + closedSection(u"answer"_s, handout.answer) +
           closedSection(u"correction"_s, handout.correction);
}

QString cuesHtml(const Handout& handout)
{
    if (handout.cues.empty())
        return u"<ol id=\"cues\"></ol>"_s;
    QString html = u"<section><h2>"_s + wordSpans(u"cues"_s) + u"</h2>\n<ol id=\"cues\">\n"_s;
    int number = 0;
    for (const HandoutCue& cue : handout.cues)
        html += cueHtml(cue, ++number);
    return html + u"</ol></section>"_s;
}

QString sampleHtml(const Handout& handout)
{
    if (handout.stepsOfRun <= handout.steps.size())
        return {};
    const auto in = [&](Language language) {
        return handoutWord(u"sample"_s, language).arg(handout.stepsOfRun).arg(handout.steps.size());
    };
    return u"<p class=\"note\" id=\"sample\">"_s +
           plainSpans({in(Language::English), in(Language::Chinese)}) + u"</p>"_s;
}

} // namespace il::exporting
