// Unsaved work, kept where the next start finds it should this one end unexpectedly.
#pragma once

#include <QDateTime>
#include <QString>

#include <memory>
#include <vector>

class QLockFile;

namespace il::app {

struct Draft {
    QString path; ///< the file that it belongs to; empty for a script that was never saved
    QString name; ///< what the user knows it by
    QString text;
    QByteArray base; ///< fingerprint of the file that the work began with
    QDateTime when;
};

/// A window's one draft, in a file of its own beside a lock that says that somebody is at work on it.
class Drafts {
public:
    /// With an empty folder nothing is kept.
    explicit Drafts(const QString& folder = {});
    ~Drafts(); ///< leaves the draft: only forget() takes it away
    Drafts(const Drafts&) = delete;
    Drafts& operator=(const Drafts&) = delete;

    /// Where the program keeps them: in the user's data folder.
    static QString usualFolder();

    bool keep(const Draft& draft); ///< in place of the one before; false when it can't be written
    void forget();

    /// Work that a program left behind when it ended; no other window is offered it as long as this lives.
    class Orphan {
    public:
        Orphan(Draft draft, QString file, std::unique_ptr<QLockFile> lock);
        Orphan(Orphan&&) noexcept;
        Orphan& operator=(Orphan&&) noexcept;
        ~Orphan();
        const Draft& draft() const { return m_draft; }
        void remove();

    private:
        Draft m_draft;
        QString m_file;
        std::unique_ptr<QLockFile> m_lock;
    };
    /// Newest first. Files that make no sense are left alone.
    std::vector<Orphan> orphans() const;

private:
    QString m_folder, m_file;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace il::app
