#pragma once

#include <client/api/values.h>

#include <QLocale>
#include <QObject>
#include <QQmlEngine>
#include <QTranslator>

#include <memory>
#include <vector>

namespace starqueue::ui {

using namespace Qt::StringLiterals;

/// The language that a face speaks now, for QML as `Language`: "zh" or "en".
/// Installs the translations of the modules that were added; a QML engine follows with
/// retranslate() (FaceProgram connects that). One for the process, on the GUI thread.
class Language : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY codeChanged)
    Q_PROPERTY(QLocale locale READ locale NOTIFY codeChanged)

public:
    static Language& instance();
    static Language* create(QQmlEngine* engine, QJSEngine* scriptEngine);

    /// Adds :/i18n/<name>_zh.qm and _en.qm, such as "starqueue_kiosk". False when they aren't built in.
    bool addTranslations(const QString& name);

    [[nodiscard]] const QString& code() const { return m_code; }
    /// Anything but "zh" and "en" is ignored.
    void setCode(const QString& code);
    [[nodiscard]] QLocale locale() const;

    /// The hall's own words in this language.
    [[nodiscard]] QString pick(const client::api::Name& words) const { return words.in(m_code); }

signals:
    void codeChanged();

private:
    Language() = default;
    bool load(QTranslator& translator, const QString& name) const;

    struct Module
    {
        QString name;
        std::unique_ptr<QTranslator> translator;
    };
    std::vector<Module> m_modules;
    QString m_code = u"zh"_s;
};

} // namespace starqueue::ui
