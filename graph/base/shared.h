// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <utility>

namespace entente
{

/// A value that its copies share until one of them is changed: for what is large, and mostly handed
/// on.
template <class Value>
class Shared
{
public:
    using Pointer = std::shared_ptr<const Value>;

    Shared() // The same for all: most of these get another value at once.
        : Shared(nothing())
    {
    }
    Shared(Value value) // NOLINT(google-explicit-constructor): it stands for the value.
        : m_value(std::make_shared<const Value>(std::move(value)))
    {
    }
    /// @pre it is not null.
    explicit Shared(Pointer value)
        : m_value(std::move(value))
    {
    }

    const Value& operator*() const { return *m_value; }
    const Value* operator->() const { return m_value.get(); }
    const Pointer& pointer() const { return m_value; }

    /// A copy of its own, to change before this is copied again. Each call makes one.
    Value& own()
    {
        auto mine = std::make_shared<Value>(*m_value);
        Value& value = *mine;
        m_value = std::move(mine);
        return value;
    }

    bool operator==(const Shared& other) const
    {
        return m_value == other.m_value || *m_value == *other.m_value;
    }

private:
    static const Pointer& nothing()
    {
        static const Pointer empty = std::make_shared<const Value>();
        return empty;
    }

    Pointer m_value; ///< Never null but after a move.
};

} // namespace entente
