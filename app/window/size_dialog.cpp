#include "size_dialog.h"

#include "exporting/png.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>

#include <array>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr std::array usual{QSize(1280, 720), QSize(1920, 1080), QSize(2560, 1440), QSize(3840, 2160),
                           QSize(1600, 1200)};

QSpinBox* sideBox(const char* name, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(exporting::minSide, exporting::maxSide);
    box->setValue(value);
    box->setSuffix(u" px"_s);
    return box;
}

} // namespace

SizeDialog::SizeDialog(QSize size, QWidget* parent)
    : QDialog(parent), m_width(sideBox("width", size.width(), this)),
      m_height(sideBox("height", size.height(), this))
{
    setObjectName("sizeDialog");
    setWindowTitle(tr("Export picture"));
    auto* sizes = new QComboBox(this);
    sizes->setObjectName("usualSizes");
    for (const QSize& one : usual)
        sizes->addItem(u"%1 × %2"_s.arg(one.width()).arg(one.height()), one);
    sizes->setCurrentIndex(sizes->findData(size));
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Save as…"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName("save");
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName("cancel");
    auto* form = new QFormLayout(this);
    form->addRow(tr("Size"), sizes);
    form->addRow(tr("Width"), m_width);
    form->addRow(tr("Height"), m_height);
    form->addRow(buttons);
    sizes->setAccessibleName(tr("Size"));
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    connect(sizes, &QComboBox::activated, this, [this, sizes](int index) {
        const QSize chosen = sizes->itemData(index).toSize();
        m_width->setValue(chosen.width());
        m_height->setValue(chosen.height());
    });
    connect(m_width, &QSpinBox::valueChanged, this, &SizeDialog::check);
    connect(m_height, &QSpinBox::valueChanged, this, &SizeDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit sizeChosen(pixels());
    });
}

QSize SizeDialog::pixels() const
{
    return {m_width->value(), m_height->value()};
}

void SizeDialog::check()
{
    m_save->setEnabled(exporting::isPossible(pixels()));
}

} // namespace il::app
