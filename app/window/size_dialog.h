// Asks how big an exported picture is to be.
#pragma once

#include <QDialog>
#include <QSize>

class QPushButton;
class QSpinBox;

namespace il::app {

class SizeDialog : public QDialog {
    Q_OBJECT

public:
    explicit SizeDialog(QSize size, QWidget* parent = nullptr);
    QSize pixels() const;

signals:
    void sizeChosen(QSize pixels);

private:
    void check();

    QSpinBox *m_width, *m_height;
    QPushButton* m_save;
};

} // namespace il::app
