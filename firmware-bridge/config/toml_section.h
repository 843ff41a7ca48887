#pragma once

#include <QString>
#include <QStringList>

#include <toml++/toml.h>

namespace starqueue::bridge {

/// One table of a TOML file, read key by key. Every fault is kept with file, line, key, value
/// and what would be right; reading goes on, so that one look shows all of them.
class TomlSection
{
public:
    /// `name` such as "[[printer]]"; `faults` outlives this.
    TomlSection(const toml::table& table, QString file, QString name, QStringList& faults);

    /// Required text; empty after a fault.
    [[nodiscard]] QString text(const char* key, const QString& right);
    [[nodiscard]] QString textOr(const char* key, const QString& otherwise, const QString& right);
    /// One of `choices`; the first is the default.
    [[nodiscard]] int choice(const char* key, const QStringList& choices);
    [[nodiscard]] int number(const char* key, int least, int most);
    [[nodiscard]] int numberOr(const char* key, int otherwise, int least, int most);
    /// One of `allowed`, or `otherwise` when the key is missing.
    [[nodiscard]] int oneOf(const char* key, int otherwise, const QList<int>& allowed);
    [[nodiscard]] bool flagOr(const char* key, bool otherwise);

    /// Call after the last read: any key that nobody asked for is a fault.
    void refuseOthers();

    /// Notes a fault at `key` that only the reader of several sections can see.
    void fault(const char* key, const QString& what, const QString& right);

private:
    const toml::node* find(const char* key);
    void missing(const char* key, const QString& right);

    const toml::table& m_table;
    QString m_file;
    QString m_name;
    QStringList& m_faults;
    QStringList m_known;
};

} // namespace starqueue::bridge
