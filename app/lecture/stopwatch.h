// How long a lecture has been going on.
#pragma once

#include <QString>

namespace il::app {

/// Times are a Clock's milliseconds.
class Stopwatch {
public:
    bool isRunning() const { return m_running; }
    double elapsed(double now) const { return m_before + (m_running ? now - m_since : 0); }
    void start(double now)
    {
        m_before = elapsed(now);
        m_since = now;
        m_running = true;
    }
    void pause(double now)
    {
        m_before = elapsed(now);
        m_running = false;
    }
    void reset(double now)
    {
        m_before = 0;
        m_since = now;
    }

private:
    double m_before = 0, m_since = 0;
    bool m_running = false;
};

/// "7:05", "1:02:03".
inline QString elapsedText(double ms)
{
    const auto seconds = static_cast<qint64>(ms / 1000);
    const QString rest = QStringLiteral("%1:%2")
                             .arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds < 3600 ? rest : QStringLiteral("%1:%2").arg(seconds / 3600).arg(rest);
}

} // namespace il::app
