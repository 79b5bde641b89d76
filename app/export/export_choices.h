// What is to be exported and how, as controls.
#pragma once

#include "export.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace il::app {

class ExportChoices : public QWidget {
    Q_OBJECT

public:
    /// `shown` is what the stage shows: its moment, panel, theme and language.
    ExportChoices(RunPtr run, const PictureOf& shown, QWidget* parent = nullptr);

    /// As chosen; the path is empty.
    ExportOrder order() const;

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeWhat(QFormLayout* form);
    void makeSize(QFormLayout* form);
    void makeLook(QFormLayout* form);
    void makeFilm(QFormLayout* form);
    void retranslate();
    void update();
    const exporting::Format& format() const;
    Selection selection() const;
    QLabel* addRow(QFormLayout* form, const char* text, QWidget* field);

    RunPtr m_run;
    PictureOf m_shown;
    QRadioButton *m_picture, *m_cues, *m_steps;
    QSpinBox *m_first, *m_last, *m_width, *m_height;
    QComboBox *m_formats, *m_sizes, *m_themes, *m_framesPerSecond, *m_speeds;
    QCheckBox* m_transparent;
    QLabel *m_to, *m_times, *m_filmLabel;
    QWidget* m_film;
    std::vector<std::pair<QLabel*, const char*>> m_labels; ///< with their source texts
};

} // namespace il::app
