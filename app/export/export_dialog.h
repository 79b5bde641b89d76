// Asks what to export and how, shows how it will look, and exports it.
#pragma once

#include "export_choices.h"
#include "export_job.h"

#include <QDialog>

class QProgressBar;
class QPushButton;

namespace il::app {

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `shown` is what the stage shows; `folder` is where the last export went.
    ExportDialog(RunPtr run, const PictureOf& shown, const QString& folder, QWidget* parent = nullptr);

    /// What the controls say.
    ExportOrder order() const { return m_choices->order(); }
    /// Exports what is chosen to that file (or files), in the background.
    void exportTo(const QString& path);
    bool isExporting() const { return m_job.isRunning(); }

    void reject() override; ///< cancels an export, closes the dialog when there is none

signals:
    void exported(const QStringList& files);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showPreview();
    void showPlan();
    void tellProblem(const exporting::Error& error);
    void askForPath();
    bool mayReplace(const QStringList& files);
    void showRunning(bool running);
    void take(const exporting::Result<QStringList>& files);

    RunPtr m_run;
    QString m_folder;
    ExportJob m_job;
    ExportChoices* m_choices;
    QLabel *m_preview, *m_plan, *m_problem;
    QProgressBar* m_progress;
    QPushButton *m_save, *m_cancel;
};

} // namespace il::app
