#include "export_choices.h"

#include "../access/access.h"
#include "../player.h"

#include "exporting/png.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <array>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array usualSizes{QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)};
constexpr std::array themes{scene::ThemeId::Paper, scene::ThemeId::Slate, scene::ThemeId::HighContrast};

QSpinBox* numberBox(const char* name, int least, int most, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

QComboBox* choiceBox(const char* name, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

QWidget* row(std::initializer_list<QWidget*> parts)
{
    auto* all = new QWidget;
    auto* line = new QHBoxLayout(all);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : parts)
        line->addWidget(part);
    line->addStretch();
    return all;
}

} // namespace

ExportChoices::ExportChoices(RunPtr run, const PictureOf& shown, QWidget* parent)
    : QWidget(parent), m_run(std::move(run)), m_shown(shown)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    makeWhat(form);
    m_formats = choiceBox("format", this);
    for (const exporting::Format& one : exporting::formats())
        m_formats->addItem(QString(), QString::fromLatin1(one.id));
    addRow(form, QT_TR_NOOP("Format"), m_formats);
    makeSize(form);
    makeLook(form);
    makeFilm(form);
    for (QComboBox* box : findChildren<QComboBox*>())
        connect(box, &QComboBox::currentIndexChanged, this, &ExportChoices::update);
    for (QSpinBox* box : findChildren<QSpinBox*>())
        connect(box, &QSpinBox::valueChanged, this, &ExportChoices::update);
    for (QRadioButton* button : {m_picture, m_cues, m_steps})
        connect(button, &QRadioButton::toggled, this, &ExportChoices::update);
    connect(m_transparent, &QCheckBox::toggled, this, &ExportChoices::update);
    retranslate();
    update();
}

QLabel* ExportChoices::addRow(QFormLayout* form, const char* text, QWidget* field)
{
    auto* label = new QLabel(this);
    form->addRow(label, field);
    m_labels.emplace_back(label, text);
    return label;
}

void ExportChoices::makeWhat(QFormLayout* form)
{
    const int last = static_cast<int>(m_run->trace().steps().size()) - 1;
    m_picture = new QRadioButton(this);
    m_cues = new QRadioButton(this);
    m_steps = new QRadioButton(this);
    m_picture->setObjectName("thisPicture");
    m_cues->setObjectName("everyCue");
    m_steps->setObjectName("steps");
    m_picture->setChecked(true);
    m_cues->setEnabled(!m_run->cues.empty());
    m_first = numberBox("firstStep", 0, last, 0, this);
    m_last = numberBox("lastStep", 0, last, last, this);
    m_to = new QLabel(this);
    auto* what = new QWidget(this);
    auto* column = new QVBoxLayout(what);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_picture);
    column->addWidget(m_cues);
    column->addWidget(row({m_steps, m_first, m_to, m_last}));
    auto* one = new QButtonGroup(this); // they have not all the same parent
    for (QRadioButton* button : {m_picture, m_cues, m_steps})
        one->addButton(button);
    for (QSpinBox* box : {m_first, m_last})
        connect(box, &QSpinBox::valueChanged, m_steps, &QRadioButton::click);
    addRow(form, QT_TR_NOOP("What"), what)->setAlignment(Qt::AlignTop);
}

void ExportChoices::makeSize(QFormLayout* form)
{
    m_sizes = choiceBox("sizes", this);
    for (const QSize& one : usualSizes)
        m_sizes->addItem(u"%1 × %2"_s.arg(one.width()).arg(one.height()), one);
    m_sizes->addItem(QString(), QSize());
    m_sizes->setCurrentIndex(1);
    m_width = numberBox("width", exporting::minSide, exporting::maxSide, 1920, this);
    m_height = numberBox("height", exporting::minSide, exporting::maxSide, 1080, this);
    m_times = new QLabel(u"×"_s, this);
    connect(m_sizes, &QComboBox::currentIndexChanged, this, [this] {
        if (const QSize size = m_sizes->currentData().toSize(); !size.isEmpty()) {
            m_width->setValue(size.width());
            m_height->setValue(size.height());
        }
    });
    addRow(form, QT_TR_NOOP("Size"), row({m_sizes, m_width, m_times, m_height}));
}

void ExportChoices::makeLook(QFormLayout* form)
{
    m_themes = choiceBox("theme", this);
    m_themes->addItem(QString(), static_cast<int>(m_shown.theme));
    for (const scene::ThemeId id : themes)
        m_themes->addItem(QString(), static_cast<int>(id));
    m_transparent = new QCheckBox(this);
    m_transparent->setObjectName("transparent");
    addRow(form, QT_TR_NOOP("Colours"), m_themes);
    addRow(form, "", m_transparent);
}

void ExportChoices::makeFilm(QFormLayout* form)
{
    m_framesPerSecond = choiceBox("framesPerSecond", this);
    for (const int rate : {25, 30})
        m_framesPerSecond->addItem(QString(), rate);
    m_speeds = choiceBox("speed", this);
    for (const double speed : {0.25, 0.5, 1.0, 2.0, 4.0})
        m_speeds->addItem(QString::number(speed) + u'×', speed);
    m_speeds->setCurrentIndex(2);
    m_film = row({m_framesPerSecond, m_speeds});
    m_filmLabel = addRow(form, QT_TR_NOOP("Film"), m_film);
}

const exporting::Format& ExportChoices::format() const
{
    return *exporting::formatOfId(m_formats->currentData().toString());
}

Selection ExportChoices::selection() const
{
    if (m_cues->isChecked())
        return everyCue(*m_run);
    if (m_picture->isChecked())
        return {Selection::Kind::One, {{m_shown.step, m_shown.now}}};
    const auto first = static_cast<std::size_t>(m_first->value()),
               last = static_cast<std::size_t>(m_last->value());
    return stepsBetween(*m_run, atStep(m_run->trace(), std::min(first, last)),
                        atStep(m_run->trace(), std::max(first, last)));
}

ExportOrder ExportChoices::order() const
{
    ExportOrder order{.format = &format(), .what = selection(), .picture = m_shown, .path = {}};
    order.picture.pixels = QSizeF(m_width->value(), m_height->value());
    order.picture.theme = static_cast<scene::ThemeId>(m_themes->currentData().toInt());
    order.transparent = format().canBeTransparent && m_transparent->isChecked();
    order.film = {m_framesPerSecond->currentData().toInt(), m_speeds->currentData().toDouble()};
    return order;
}

/// Only what makes a difference can be chosen.
void ExportChoices::update()
{
    const bool isFilm = format().files == exporting::Files::Film;
    const bool moves = isFilm || format().files == exporting::Files::Page;
    m_picture->setEnabled(!moves);
    if (moves && m_picture->isChecked())
        m_steps->click();
    const bool isOwnSize = m_sizes->currentData().toSize().isEmpty();
    for (QWidget* part : std::initializer_list<QWidget*>{m_width, m_times, m_height})
        part->setVisible(isOwnSize);
    m_transparent->setEnabled(format().canBeTransparent);
    m_film->setVisible(isFilm);
    m_filmLabel->setVisible(isFilm);
    emit changed();
}

void ExportChoices::retranslate()
{
    const QSignalBlocker quiet(this);
    const scene::Words& words = scene::Words::of(m_shown.language);
    for (const auto& [label, text] : m_labels)
        label->setText(*text == '\0' ? QString() : tr(text));
    m_picture->setText(tr("This picture"));
    m_cues->setText(tr("Every cue (%1)").arg(m_run->cues.size()));
    m_steps->setText(tr("Steps"));
    m_to->setText(tr("to"));
    for (int i = 0; i < m_formats->count(); ++i)
        m_formats->setItemText(
            i, words.translate("Formats", exporting::formats()[static_cast<std::size_t>(i)].name));
    m_sizes->setItemText(m_sizes->count() - 1, tr("Own size"));
    const std::array themeNames{tr("As shown"), tr("Paper"), tr("Slate"), tr("High contrast")};
    for (int i = 0; i < m_themes->count(); ++i)
        m_themes->setItemText(i, themeNames[static_cast<std::size_t>(i)]);
    m_transparent->setText(tr("Transparent background"));
    for (int i = 0; i < m_framesPerSecond->count(); ++i)
        m_framesPerSecond->setItemText(
            i, tr("%1 frames per second").arg(m_framesPerSecond->itemData(i).toInt()));
    m_first->setAccessibleName(tr("First step"));
    m_last->setAccessibleName(tr("Last step"));
    nameChoice(*m_formats, tr("Format"));
    nameChoice(*m_sizes, tr("Size"));
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    nameChoice(*m_themes, tr("Colours"));
    nameChoice(*m_framesPerSecond, tr("Frames per second"));
    nameChoice(*m_speeds, tr("Speed"));
}

void ExportChoices::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace il::app
