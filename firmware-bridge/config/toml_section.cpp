#include <firmware-bridge/config/toml_section.h>

#include <sstream>
#include <utility>

namespace starqueue::bridge {

namespace {

QString valueOf(const toml::node& node)
{
    std::ostringstream out;
    out << toml::node_view<const toml::node>(&node);
    return QString::fromStdString(out.str());
}

} // namespace

TomlSection::TomlSection(const toml::table& table, QString file, QString name, QStringList& faults)
    : m_table(table), m_file(std::move(file)), m_name(std::move(name)), m_faults(faults)
{}

QString TomlSection::text(const char* key, const QString& right)
{
    const toml::node* node = find(key);
    if (node == nullptr) {
        missing(key, right);
        return {};
    }
    const auto value = node->value_exact<std::string>();
    if (!value || value->empty()) {
        fault(key, QStringLiteral("is not a text in quotes"), right);
        return {};
    }
    return QString::fromStdString(*value);
}

QString TomlSection::textOr(const char* key, const QString& otherwise, const QString& right)
{
    return find(key) == nullptr ? otherwise : text(key, right);
}

int TomlSection::choice(const char* key, const QStringList& choices)
{
    const QString right = QStringLiteral("one of \"%1\"").arg(choices.join(QStringLiteral("\", \"")));
    const QString value = textOr(key, choices.first(), right);
    const auto index = static_cast<int>(choices.indexOf(value));
    if (index < 0 && !value.isEmpty())
        fault(key, QStringLiteral("is not known"), right);
    return std::max(index, 0);
}

int TomlSection::number(const char* key, int least, int most)
{
    const QString right = QStringLiteral("a whole number from %1 to %2").arg(least).arg(most);
    const toml::node* node = find(key);
    if (node == nullptr) {
        missing(key, right);
        return least;
    }
    const auto value = node->value_exact<int64_t>();
    if (value && *value >= least && *value <= most)
        return static_cast<int>(*value);
    fault(key, value ? QStringLiteral("is out of range") : QStringLiteral("is not a whole number"), right);
    return least;
}

int TomlSection::numberOr(const char* key, int otherwise, int least, int most)
{
    return find(key) == nullptr ? otherwise : number(key, least, most);
}

int TomlSection::oneOf(const char* key, int otherwise, const QList<int>& allowed)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return otherwise;
    const auto value = node->value_exact<int64_t>();
    if (value && allowed.contains(static_cast<int>(*value)))
        return static_cast<int>(*value);
    QStringList names;
    for (const int one : allowed)
        names += QString::number(one);
    fault(key, QStringLiteral("is not possible"),
          QStringLiteral("one of ") + names.join(QStringLiteral(", ")));
    return otherwise;
}

bool TomlSection::flagOr(const char* key, bool otherwise)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return otherwise;
    const auto value = node->value_exact<bool>();
    if (!value)
        fault(key, QStringLiteral("is neither true nor false"),
              QStringLiteral("true or false, without quotes"));
    return value.value_or(otherwise);
}

void TomlSection::refuseOthers()
{
    for (const auto& [key, node] : m_table) {
        const QString name = QString::fromStdString(std::string(key.str()));
        if (!m_known.contains(name))
            fault(name.toUtf8().constData(), QStringLiteral("is not a key of %1").arg(m_name),
                  m_known.join(QStringLiteral(", ")));
    }
}

void TomlSection::fault(const char* key, const QString& what, const QString& right)
{
    const toml::node* node = m_table.get(key);
    const auto line = node != nullptr ? node->source().begin.line : m_table.source().begin.line;
    const QString value = node != nullptr ? valueOf(*node) : QStringLiteral("(missing)");
    m_faults += QStringLiteral("%1:%2: %3 %4 = %5 %6; right would be: %7")
                    .arg(m_file, QString::number(line), m_name, QString::fromUtf8(key), value, what, right);
}

const toml::node* TomlSection::find(const char* key)
{
    const QString name = QString::fromUtf8(key);
    if (!m_known.contains(name))
        m_known += name;
    return m_table.get(key);
}

void TomlSection::missing(const char* key, const QString& right)
{
    fault(key, QStringLiteral("is required"), right);
}

} // namespace starqueue::bridge
