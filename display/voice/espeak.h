#pragma once

#include <display/voice/synthesiser.h>

#include <QProcess>
#include <QTimer>

#include <chrono>

namespace starqueue::display {

using namespace Qt::StringLiterals;

/// Speaks through the program espeak-ng, with the voices and the speed of make_clips.sh. Chinese goes through
/// pinyin: its voice for characters spells most of them out in English.
class Espeak : public Synthesiser
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kPatience{3}; ///< usually it takes 20 ms

    explicit Espeak(QString program = u"espeak-ng"_s, QObject* parent = nullptr);
    ~Espeak() override;

private:
    void doSay(const Piece& words) override;
    void end(const QByteArray& samples, const QString& trouble);

    QString m_program;
    Piece m_words;
    QProcess m_process;
    QTimer m_limit;
    bool m_speaking = false;
};

/// Without the silence at both ends, so that joined pieces sound like one sentence.
[[nodiscard]] QByteArray withoutSilence(const QByteArray& samples);

} // namespace starqueue::display
