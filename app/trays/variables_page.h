// What the program's variables hold at the moment shown: shared ones with their history, and for each thread
// where it is and the copies that it works with.
#pragma once

#include "tray_page.h"

#include "trace/view.h"

#include <QSet>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace il::app {

class VariablesPage : public TrayPage {
    Q_OBJECT

public:
    explicit VariablesPage(QWidget* parent = nullptr);
    void setRun(const RunPtr& run) override;
    void setLook(const Look& look) override;
    void showMoment(const Moment& moment) override;
    void takeFocus() override;

private:
    void rebuild();
    void addShared(const trace::View& now, const trace::View& before);
    void addThread(const trace::View& now, const trace::View& before, trace::ThreadId id);
    QTreeWidgetItem* addGroup(const QString& key, const QStringList& texts);
    void addRow(QTreeWidgetItem* group, const QStringList& texts, bool changed, bool bad = false);
    QString nameOf(trace::VariableId id) const;

    RunPtr m_run;
    Look m_look;
    std::size_t m_step = SIZE_MAX;
    QSet<QString> m_closed; ///< keys of groups that the user has closed
    QTreeWidget* m_tree;
    QLabel* m_hint;
};

} // namespace il::app
