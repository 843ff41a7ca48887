#include <client/ui/language.h>

#include <QCoreApplication>

#include <algorithm>

namespace starqueue::ui {

using namespace Qt::StringLiterals;

Language& Language::instance()
{
    static Language language;
    return language;
}

Language* Language::create(QQmlEngine*, QJSEngine*)
{
    QQmlEngine::setObjectOwnership(&instance(), QQmlEngine::CppOwnership);
    return &instance();
}

bool Language::load(QTranslator& translator, const QString& name) const
{
    return translator.load(u":/i18n/%1_%2.qm"_s.arg(name, m_code));
}

bool Language::addTranslations(const QString& name)
{
    const bool known = std::any_of(m_modules.begin(), m_modules.end(),
                                   [&name](const Module& module) { return module.name == name; });
    if (known)
        return true;
    Module module{name, std::make_unique<QTranslator>()};
    if (!load(*module.translator, name))
        return false;
    QCoreApplication::installTranslator(module.translator.get());
    m_modules.push_back(std::move(module));
    return true;
}

void Language::setCode(const QString& code)
{
    if (code == m_code || (code != "zh"_L1 && code != "en"_L1))
        return;
    m_code = code;
    for (Module& module : m_modules) {
        QCoreApplication::removeTranslator(module.translator.get());
        if (load(*module.translator, module.name))
            QCoreApplication::installTranslator(module.translator.get());
    }
    emit codeChanged();
}

QLocale Language::locale() const
{
    return m_code == "zh"_L1 ? QLocale(QLocale::Chinese, QLocale::China)
                             : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace starqueue::ui
