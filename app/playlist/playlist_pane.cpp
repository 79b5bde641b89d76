#include "playlist_pane.h"

#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <iterator>

namespace il::app {
using namespace Qt::StringLiterals;

namespace {

constexpr int placeRole = Qt::UserRole;

std::size_t placeOf(const QListWidgetItem& item)
{
    return item.data(placeRole).toULongLong();
}

} // namespace

PlaylistPane::PlaylistPane(QWidget* parent) : QDockWidget(parent)
{
    setObjectName("playlist");
    setFeatures(DockWidgetClosable);
    setTitleBarWidget(new QWidget(this)); // the pane has a heading of its own
    auto* inside = new QWidget(this);
    inside->setObjectName("playlistInside");
    inside->setAttribute(Qt::WA_StyledBackground);
    m_title = new QLabel(inside);
    m_title->setObjectName("playlistTitle");
    m_title->setMinimumWidth(40);
    m_list = new QListWidget(inside);
    m_list->setObjectName("playlistEntries");
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setWordWrap(true);
    m_list->installEventFilter(this);
    m_notes = new QPlainTextEdit(inside);
    m_notes->setObjectName("playlistNotes");
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(76);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    auto* adds = new QGridLayout;
    adds->addWidget(m_addLesson = addButton("playlistAddLesson"), 0, 0);
    adds->addWidget(m_addCue = addButton("playlistAddCue"), 0, 1);
    column->addLayout(adds);
    column->addWidget(m_list, 1);
    auto* changes = new QGridLayout;
    changes->addWidget(m_up = addButton("playlistUp"), 0, 0);
    changes->addWidget(m_down = addButton("playlistDown"), 0, 1);
    changes->addWidget(m_rename = addButton("playlistRename"), 1, 0);
    changes->addWidget(m_remove = addButton("playlistRemove"), 1, 1);
    column->addLayout(changes);
    column->addWidget(m_notes);
    auto* files = new QGridLayout;
    files->addWidget(m_open = addButton("playlistOpen"), 0, 0);
    files->addWidget(m_save = addButton("playlistSave"), 0, 1);
    files->addWidget(m_export = addButton("playlistExport"), 1, 0, 1, 2);
    column->addLayout(files);
    setWidget(inside);
    inside->setMinimumWidth(250);
    connect(m_addLesson, &QPushButton::clicked, this, &PlaylistPane::lessonAdded);
    connect(m_addCue, &QPushButton::clicked, this, &PlaylistPane::cueAdded);
    connect(m_up, &QPushButton::clicked, this, [this] { shift(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { shift(1); });
    connect(m_rename, &QPushButton::clicked, this, &PlaylistPane::askForName);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const auto entry = selected())
            emit removed(*entry);
    });
    connect(m_open, &QPushButton::clicked, this, &PlaylistPane::openAsked);
    connect(m_save, &QPushButton::clicked, this, &PlaylistPane::saveAsked);
    connect(m_export, &QPushButton::clicked, this, &PlaylistPane::exportAsked);
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { emit opened(placeOf(*item)); });
    connect(m_list, &QListWidget::currentRowChanged, this, &PlaylistPane::showSelection);
    // Told when the list has done with it: what follows fills the list anew.
    connect(
        m_list->model(), &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex&, int from, int, const QModelIndex&, int to) {
            emit moved(static_cast<std::size_t>(from), static_cast<std::size_t>(to > from ? to - 1 : to));
        },
        Qt::QueuedConnection);
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        if (const auto entry = selected(); entry && !m_filling) {
            m_playlist.entries[*entry].notes = m_notes->toPlainText();
            emit noted(*entry, m_notes->toPlainText());
        }
    });
    retranslate();
    showSelection();
}

QPushButton* PlaylistPane::addButton(const char* name)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return button;
}

void PlaylistPane::setPlaylist(const Playlist& playlist, const QStringList& titles,
                               const std::map<std::size_t, QString>& problems, const QString& file,
                               bool changed)
{
    const int row = m_list->currentRow();
    m_filling = true;
    m_playlist = playlist;
    m_file = file;
    m_changed = changed;
    m_list->clear();
    for (std::size_t i = 0; i < playlist.entries.size(); ++i) {
        const PlaylistEntry& entry = playlist.entries[i];
        QString text = u"%1. %2"_s.arg(i + 1).arg(titles.value(static_cast<qsizetype>(i)));
        if (!entry.cue.isEmpty())
            text += u"\n    "_s + tr("cue: %1").arg(entry.cue);
        const auto problem = problems.find(i);
        if (problem != problems.end())
            text += u"\n    "_s + tr("missing: %1").arg(problem->second);
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(placeRole, QVariant::fromValue(static_cast<qulonglong>(i)));
        item->setToolTip(problem != problems.end() ? problem->second : entry.notes);
        item->setFlags(item->flags() & ~Qt::ItemIsDropEnabled); // between entries, not onto them
    }
    m_list->setCurrentRow(std::min(std::max(row, 0), m_list->count() - 1));
    m_filling = false;
    retranslate();
    showSelection();
}

void PlaylistPane::setCurrent(std::optional<std::size_t> shown)
{
    for (int i = 0; i < m_list->count(); ++i) {
        QFont font = m_list->font();
        font.setBold(shown && placeOf(*m_list->item(i)) == *shown);
        m_list->item(i)->setFont(font);
    }
}

std::optional<std::size_t> PlaylistPane::selected() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item == nullptr ? std::nullopt : std::optional(placeOf(*item));
}

void PlaylistPane::select(std::size_t entry)
{
    m_list->setCurrentRow(static_cast<int>(entry));
}

void PlaylistPane::shift(int by)
{
    const auto entry = selected();
    if (!entry)
        return;
    const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(*entry) + by;
    if (to < 0 || to >= std::ssize(m_playlist.entries))
        return;
    emit moved(*entry, static_cast<std::size_t>(to));
    select(static_cast<std::size_t>(to));
}

void PlaylistPane::askForName()
{
    const auto entry = selected();
    if (!entry)
        return;
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName("playlistName");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename"));
    dialog->setLabelText(tr("Name of the entry; nothing: as the lesson is called"));
    dialog->setTextValue(m_playlist.entries[*entry].title);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, place = *entry](const QString& title) { emit renamed(place, title.trimmed()); });
    dialog->open();
}

bool PlaylistPane::handleListKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        shift(key == Qt::Key_Up ? -1 : 1);
        return true;
    }
    const auto entry = selected();
    if (modifiers.testFlag(Qt::KeypadModifier) || !entry)
        return false;
    if (key == Qt::Key_Delete)
        emit removed(*entry);
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        emit opened(*entry);
    else if (key == Qt::Key_F2)
        askForName();
    else
        return false;
    return true;
}

bool PlaylistPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list &&
        (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (event->type() == QEvent::ShortcutOverride) {
            if (key->key() == Qt::Key_F2) // else it would be the library's
                event->accept();
        } else if (handleListKey(key->key(), key->modifiers())) {
            return true;
        }
    }
    return QDockWidget::eventFilter(watched, event);
}

void PlaylistPane::showSelection()
{
    if (m_filling)
        return;
    m_filling = true;
    const auto entry = selected();
    const QString notes = entry ? m_playlist.entries[*entry].notes : QString();
    if (m_notes->toPlainText() != notes)
        m_notes->setPlainText(notes);
    m_notes->setEnabled(entry.has_value());
    const std::size_t count = m_playlist.entries.size();
    m_up->setEnabled(entry && *entry > 0);
    m_down->setEnabled(entry && *entry + 1 < count);
    m_rename->setEnabled(entry.has_value());
    m_remove->setEnabled(entry.has_value());
    m_save->setEnabled(m_changed || m_file.isEmpty());
    m_export->setEnabled(count > 0);
    m_filling = false;
}

void PlaylistPane::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& tip) {
        button->setText(text);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
    };
    const QString title = !m_playlist.title.isEmpty() ? m_playlist.title
                          : !m_file.isEmpty()         ? QFileInfo(m_file).completeBaseName()
                                                      : tr("Playlist");
    setWindowTitle(tr("Playlist"));
    m_title->setText(m_changed ? title + u" *"_s : title);
    m_title->setToolTip(m_changed ? tr("Not saved yet") : m_file);
    m_list->setAccessibleName(tr("Entries of the playlist"));
    m_notes->setAccessibleName(tr("Notes on this entry"));
    m_notes->setPlaceholderText(tr("Notes on this entry"));
    name(m_addLesson, tr("+ Lesson"), tr("Add the lesson that is shown, as it is run now"));
    name(m_addCue, tr("+ Cue"), tr("Add the cue that is shown, with its picture"));
    name(m_up, tr("Up"), tr("Earlier (Alt+Up)"));
    name(m_down, tr("Down"), tr("Later (Alt+Down)"));
    name(m_rename, tr("Rename…"), tr("Rename (F2)"));
    name(m_remove, tr("Remove"), tr("Remove (Del)"));
    name(m_open, tr("Open…"), tr("Open a playlist"));
    name(m_save, tr("Save"), tr("Save the playlist"));
    name(m_export, tr("Export deck…"), tr("Export pictures of all entries"));
}

void PlaylistPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

} // namespace il::app
