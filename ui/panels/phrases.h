// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/text/edtf.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace entente
{

/// Small pieces that the words about evidence are made of.
struct Phrases
{
    Q_DECLARE_TR_FUNCTIONS(entente::EvidencePanel)

public:
    /// The parts that are not empty.
    static QString joined(QStringList parts, const QString& separator);
    /// The same with dots between them.
    static QString dotted(QStringList parts);
    /// The same with commas.
    static QString listed(QStringList parts);
    /// A name from outside, safe among other words.
    static QString name(const std::string& name);
    static QString number(int n);
    static QString date(const std::optional<Edtf>& date);
};

} // namespace entente
