#include "export_dialog.h"

#include "exporting/png.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr QSize previewSize(520, 300);

QLabel* paragraph(const char* name, const char* kind, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("kind", kind);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

/// Where nothing is, squares show through, as in drawing programs.
void drawSquares(QPainter& painter, const QSize& size)
{
    constexpr int side = 12;
    for (int y = 0; y < size.height(); y += side)
        for (int x = 0; x < size.width(); x += side)
            painter.fillRect(x, y, side, side,
                             (x + y) / side % 2 == 0 ? QColor(255, 255, 255) : QColor(204, 204, 204));
}

/// "lesson.png"
QString fileNameFor(const Run& run, const exporting::Format& format)
{
    const std::string& id = run.lesson->id;
    return QString::fromStdString(id.empty() ? run.shown().name : id) + u'.' +
           QLatin1StringView(format.suffix);
}

} // namespace

ExportDialog::ExportDialog(RunPtr run, const PictureOf& shown, const QString& folder, QWidget* parent)
    : QDialog(parent), m_run(std::move(run)), m_folder(folder),
      m_choices(new ExportChoices(m_run, shown, this)), m_preview(new QLabel(this)),
      m_plan(paragraph("plan", "quiet", this)), m_problem(paragraph("exportProblem", "wrong", this)),
      m_progress(new QProgressBar(this)), m_save(new QPushButton(this)), m_cancel(new QPushButton(this))
{
    setObjectName("exportDialog");
    m_choices->setObjectName("choices");
    m_preview->setObjectName("preview");
    m_preview->setFixedSize(previewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_progress->setObjectName("progress");
    m_save->setObjectName("save");
    m_save->setDefault(true);
    m_cancel->setObjectName("cancel");
    m_cancel->setAutoDefault(false);
    auto* side = new QVBoxLayout;
    side->addWidget(m_choices);
    side->addStretch();
    auto* top = new QHBoxLayout;
    top->setSpacing(24);
    top->addWidget(m_preview, 0, Qt::AlignTop);
    top->addLayout(side, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 20);
    column->setSpacing(16);
    column->addLayout(top);
    column->addWidget(m_plan);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    connect(m_choices, &ExportChoices::changed, this, &ExportDialog::showPlan);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askForPath);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&m_job, &ExportJob::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_job, &ExportJob::ended, this, &ExportDialog::take);
    showRunning(false);
    retranslate();
    showPlan();
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export"));
    m_preview->setAccessibleName(tr("Preview"));
    m_progress->setAccessibleName(tr("Progress"));
    m_save->setText(tr("Save as…"));
    m_cancel->setText(tr("Cancel"));
}

void ExportDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showPlan();
    }
    QDialog::changeEvent(event);
}

void ExportDialog::showPreview()
{
    const ExportOrder order = m_choices->order();
    const double ratio = devicePixelRatioF();
    const QSize size = order.picture.pixels.scaled(QSizeF(previewSize), Qt::KeepAspectRatio).toSize();
    PictureOf wanted = order.picture;
    wanted.step = order.what.instants.front().step;
    wanted.now = order.what.instants.front().now;
    QPixmap shown(size * ratio);
    QPainter painter(&shown);
    drawSquares(painter, shown.size());
    painter.drawImage(0, 0, exporting::image(picture(*m_run, wanted), shown.size(), order.transparent));
    painter.setPen(scene::Theme::of(order.picture.theme).line);
    painter.drawRect(0, 0, shown.width() - 1, shown.height() - 1);
    painter.end();
    shown.setDevicePixelRatio(ratio);
    m_preview->setPixmap(shown);
}

/// What will be written, or why it can't be.
void ExportDialog::showPlan()
{
    const ExportOrder order = m_choices->order();
    showPreview();
    const auto count = static_cast<int>(order.what.instants.size());
    if (order.format->files == exporting::Files::Numbered)
        m_plan->setText(order.what.isSeries() ? tr("%n file(s), with numbers in their names", nullptr, count)
                                              : tr("One file"));
    else if (order.format->files == exporting::Files::Document)
        m_plan->setText(tr("One file of %n page(s)", nullptr, count));
    else
        m_plan->setText(
            tr("One film of %n second(s)", nullptr,
               static_cast<int>(frameCount(*m_run, order.what, order.film)) / order.film.framesPerSecond));
    const auto possible = checked(order);
    m_save->setEnabled(possible.has_value());
    m_problem->setVisible(!possible);
    if (!possible)
        tellProblem(possible.error());
}

void ExportDialog::tellProblem(const exporting::Error& error)
{
    m_problem->setText(message(error));
    m_problem->show();
}

/// The file dialog asks about one file; of a series there are others.
bool ExportDialog::mayReplace(const QStringList& files)
{
    const auto there = std::count_if(files.begin(), files.end(),
                                     [](const QString& file) { return QFileInfo::exists(file); });
    if (there == 0 || files.size() == 1)
        return true;
    QMessageBox box(
        QMessageBox::NoIcon, tr("Export"),
        tr("%n of these files are there already. Replace them?", nullptr, static_cast<int>(there)),
        QMessageBox::NoButton, this);
    const auto* replace = box.addButton(tr("Replace"), QMessageBox::AcceptRole);
    box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == replace;
}

void ExportDialog::askForPath()
{
    ExportOrder order = m_choices->order();
    const QString suffix = QString::fromLatin1(order.format->suffix);
    const QString name = scene::Words::of(order.picture.language).translate("Formats", order.format->name);
    QString path = QFileDialog::getSaveFileName(this, tr("Export"),
                                                QDir(m_folder).filePath(fileNameFor(*m_run, *order.format)),
                                                u"%1 (*.%2)"_s.arg(name, suffix));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) != 0)
        path += u'.' + suffix;
    order.path = path;
    if (mayReplace(filesOf(order)))
        exportTo(path);
}

void ExportDialog::exportTo(const QString& path)
{
    if (isExporting())
        return;
    ExportOrder order = m_choices->order();
    order.path = path;
    m_problem->hide();
    showRunning(true);
    m_job.start(m_run, std::move(order));
}

void ExportDialog::showRunning(bool running)
{
    m_progress->setValue(0);
    m_progress->setVisible(running);
    m_choices->setEnabled(!running);
    m_save->setEnabled(!running);
    if (running)
        m_cancel->setFocus();
}

void ExportDialog::take(const exporting::Result<QStringList>& files)
{
    showRunning(false);
    if (files) {
        emit exported(*files);
        accept();
    } else {
        tellProblem(files.error());
    }
}

void ExportDialog::reject()
{
    if (isExporting())
        m_job.cancel();
    else
        QDialog::reject();
}

} // namespace il::app
