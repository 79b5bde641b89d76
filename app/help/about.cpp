#include "about.h"

#include <QApplication>
#include <QMessageBox>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

struct AboutTr {
    Q_DECLARE_TR_FUNCTIONS(About)
};

/// Names, versions and licences are the same in every language.
QString madeWith()
{
    const auto row = [](const QString& name, const QString& licence) {
        return u"<tr><td>%1</td><td>&nbsp;&nbsp;%2</td></tr>"_s.arg(name, licence);
    };
    return u"<table>"_s +
           row(u"Qt %1, Qt Charts, Qt SVG"_s.arg(QLatin1StringView(qVersion())), u"LGPL-3.0, GPL-3.0"_s) +
           row(u"toml++"_s, u"MIT"_s) + row(u"MD4C"_s, u"MIT"_s) + row(u"tl::expected"_s, u"CC0-1.0"_s) +
           row(u"Inter, JetBrains Mono, Noto Sans CJK"_s, u"OFL-1.1"_s) + u"</table>"_s;
}

} // namespace

void showAbout(QWidget* parent)
{
    const QString text = u"<h3>Interleave %1</h3><p>%2</p><p>%3</p>%4"_s.arg(
        QApplication::applicationVersion(),
        AboutTr::tr("See concurrency: Python programs on a simulated computer, step by step."),
        AboutTr::tr("Free software under the GNU General Public License, version 3 or later. Made with:"),
        madeWith());
    auto* box = new QMessageBox(QMessageBox::NoIcon, AboutTr::tr("About Interleave"), text,
                                QMessageBox::NoButton, parent);
    box->setObjectName("about");
    box->addButton(AboutTr::tr("Close"), QMessageBox::AcceptRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace il::app
