import { Component, type ReactNode } from 'react';
import { useTexts } from '../text/language';
import { Failure } from './Failure';

/** Keeps a page that fails from taking the frame with it. */
export class Fence extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  private readonly retry = () => this.setState({ error: undefined });

  override render() {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Failed error={error} retry={this.retry} />;
  }
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { failures } = useTexts();
  return <Failure error={error} title={failures.title} retry={retry} />;
}
