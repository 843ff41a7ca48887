#pragma once

#include <client/api/words.h>

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <chrono>
#include <optional>

namespace starqueue::client {

/// How one make of code reader, which types like a keyboard, types a code.
struct ScannerProfile
{
    enum class Suffix { Enter, Tab, None };

    struct Kind
    {
        QRegularExpression pattern; ///< of a whole code
        api::IdentityKind kind;
    };

    QString prefix{}; ///< before each code, and no part of it
    Suffix suffix = Suffix::Enter;
    std::chrono::milliseconds gap{100}; ///< keys further apart are a person's
    QList<Kind> kinds{};                ///< the first whose pattern matches; none: IdentityKind::Scan
};

/// What a reader has read. Never shown or logged.
struct ScannedCode
{
    api::IdentityKind kind = api::IdentityKind::Scan;
    QString text{};

    bool operator==(const ScannedCode&) const = default;
};

/// Tells codes from keys of a person: a code's keys follow each other quickly. Times are steady milliseconds.
class ScanReader
{
public:
    enum class Key { Character, Enter, Tab, Other };
    enum class Burst {
        None,   ///< no key is held
        Open,   ///< more may follow
        Single, ///< one key, and no other in time: a person's
        Done,   ///< of a reader, whether or not it makes a code
    };

    /// What it reads where nothing is configured: any code, ended by Enter.
    explicit ScanReader(QList<ScannerProfile> profiles = {ScannerProfile{}});

    /// Takes a key that came at `now`; settle() before. `text` is one character for Key::Character. True: it
    /// ends its burst, which is read then.
    bool press(Key key, const QString& text, std::chrono::milliseconds now);
    /// What the keys so far are by `now`. Single and Done are told once; the next key begins anew.
    [[nodiscard]] Burst settle(std::chrono::milliseconds now);
    /// How long after a key nothing more of its code comes.
    [[nodiscard]] std::chrono::milliseconds gap() const { return m_gap; }
    /// The code of the burst that has just ended, once; none: it was of no reader that is known here.
    [[nodiscard]] std::optional<ScannedCode> take();

private:
    [[nodiscard]] std::optional<ScannedCode> read(std::optional<Key> end) const;
    void end(std::optional<Key> by);

    QList<ScannerProfile> m_profiles;
    std::chrono::milliseconds m_gap{0};
    std::chrono::milliseconds m_last{0};
    QString m_text;
    int m_keys = 0;
    bool m_isAfterCode = false; ///< some readers end by two keys: CR and LF
    std::optional<ScannedCode> m_code;
};

} // namespace starqueue::client
