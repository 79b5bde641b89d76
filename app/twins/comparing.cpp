#include "comparing.h"

#include "twin_files.h"
#include "twins_stage.h"

#include <QFileDialog>
#include <QMenu>

namespace il::app {
using namespace Qt::StringLiterals;

Comparing::Comparing(CompareHost host, QObject* parent) : QObject(parent), m_host(std::move(host))
{
    setObjectName("comparing");
    connect(&m_other, &Session::finished, this, &Comparing::showTwins);
    connect(&m_other, &Session::failed, this, [this](const QString& problem) { m_host.tell(problem); });
    // Another run at the left is another comparison.
    connect(&m_host.session, &Session::started, this, &Comparing::close);
}

void Comparing::ask()
{
    const RunPtr& run = m_host.session.run();
    if (run == nullptr)
        return;
    auto* dialog = new CompareDialog({run->lesson, run->script, run->options}, m_host.library(), m_look,
                                     m_host.area.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CompareDialog::chosen, this, &Comparing::compareWith);
    dialog->open();
}

void Comparing::compareWith(const RunChoice& other)
{
    m_host.tell(tr("The other program runs…"));
    m_other.open(other.lesson, other.script, other.options);
}

void Comparing::showTwins()
{
    const RunPtr left = m_host.session.run(), right = m_other.run();
    if (left == nullptr || right == nullptr)
        return;
    if (m_page == nullptr) {
        m_page = new TwinsPage(m_host.clock, &m_host.area);
        m_page->setLook(m_look);
        connect(m_page, &TwinsPage::closed, this, &Comparing::close);
        connect(m_page, &TwinsPage::otherAsked, this, &Comparing::ask);
        connect(m_page, &TwinsPage::exportAsked, this, &Comparing::askForExport);
    }
    const std::string panel = m_host.panel();
    m_page->setTwins(makeTwins(left, right), {panel, left->lesson == right->lesson ? panel : right->panel});
    m_page->show();
    m_page->raise();
    m_page->stage().setFocus();
    emit shown(true);
}

void Comparing::setLook(const Look& look)
{
    m_look = look;
    if (m_page != nullptr)
        m_page->setLook(look);
}

void Comparing::close()
{
    if (m_page == nullptr)
        return;
    m_page->hide();
    m_page->deleteLater();
    m_page = nullptr;
    emit shown(false);
}

bool Comparing::exportTo(const QString& path, bool everyCue)
{
    const exporting::Format* format = slideFormatOf(path);
    if (m_page == nullptr || format == nullptr) {
        m_host.tell(tr("There is no format for \"%1\".").arg(path));
        return false;
    }
    TwinPictureOf wanted = m_page->stage().wanted();
    wanted.pixels = {1920, 1080};
    const Twins& twins = *m_page->twins();
    const Selection what = everyCue ? app::everyCue(twins.clock.trace(), twins.cues)
                                    : Selection{Selection::Kind::One, {{wanted.step, wanted.now}}};
    const auto written = exportTwins(twins, wanted, what, *format, false, path);
    m_host.tell(written ? tr("Saved: %1").arg(written->front()) : message(written.error()));
    return written.has_value();
}

void Comparing::askForExport()
{
    QStringList filters;
    const scene::Words& words = scene::Words::of(m_look.language);
    for (const exporting::Format* format : slideFormats())
        filters.append(u"%1 (*.%2)"_s.arg(words.translate("Formats", format->name),
                                          QString::fromLatin1(format->suffix)));
    QMenu menu;
    menu.setObjectName("twinsExportMenu");
    const QAction* moment = menu.addAction(tr("This moment…"));
    const QAction* cues = menu.addAction(tr("Every cue of both…"));
    const auto* button = m_page->findChild<QWidget*>(u"twinsExport"_s);
    const QAction* chosen = menu.exec(button->mapToGlobal(button->rect().bottomLeft()));
    if (chosen != moment && chosen != cues)
        return;
    const QString path =
        QFileDialog::getSaveFileName(m_page, tr("Export"), u"twins.png"_s, filters.join(u";;"_s));
    if (!path.isEmpty())
        exportTo(path, chosen == cues);
}

} // namespace il::app
