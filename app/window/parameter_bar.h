// The row of chips below the stage: what the run was made with. Those that can be changed run it again.
#pragma once

#include "../run.h"
#include "look.h"
#include "value_popup.h"

#include <QWidget>

namespace il::app {

class FlowLayout;

class ParameterBar : public QWidget {
    Q_OBJECT

public:
    explicit ParameterBar(QWidget* parent = nullptr);
    void setRun(const RunPtr& run);
    void setLook(const Look& look);

signals:
    void optionsChosen(const RunOptions& options);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addLabel(const QString& name, const QString& text);
    /// A chip that asks for a value and, with it, `apply`s it to the options.
    void addChip(const QString& name, const QString& text, bool changed, const Asked& asked,
                 std::function<void(RunOptions&, const lesson::Value&)> apply);
    void addMachineChips();
    void addParameterChips();

    RunPtr m_run;
    Look m_look;
    FlowLayout* m_row;
};

} // namespace il::app
